import {
  AuditOutlined,
  BookOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  GlobalOutlined,
  HomeOutlined,
  MergeCellsOutlined,
  SafetyOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Session } from '../../contracts/identity/wire.ts';
import { uiWords } from '../../contracts/ui/words.ts';

interface Entry {
  to: string;
  title: string;
  icon: ReactNode;
}

const words = uiWords.navigation;

/** The sections a person may open, in the order of how often they are needed. */
export function entriesFor(abilities: Session['abilities']): Entry[] {
  const entries: (Entry & { shown: boolean })[] = [
    { to: '/', title: words.workbench, icon: <HomeOutlined />, shown: true },
    { to: '/accounts', title: words.accounts, icon: <UserOutlined />, shown: true },
    { to: '/filings', title: words.filings, icon: <FileTextOutlined />, shown: true },
    { to: '/sites', title: words.sites, icon: <GlobalOutlined />, shown: true },
    { to: '/checks', title: words.checks, icon: <FileSearchOutlined />, shown: true },
    { to: '/stewardship', title: words.stewardship, icon: <SafetyOutlined />, shown: true },
    {
      to: '/consolidations',
      title: words.consolidation,
      icon: <MergeCellsOutlined />,
      shown: abilities.consolidation,
    },
    { to: '/policy', title: words.policy, icon: <BookOutlined />, shown: true },
    { to: '/directory', title: words.directory, icon: <TeamOutlined />, shown: true },
    { to: '/audit', title: words.audit, icon: <AuditOutlined />, shown: abilities.audit },
  ];
  return entries.filter((entry) => entry.shown);
}

/** Links to the sections; the open one is marked for eye and ear. */
export function Navigation({ entries, onGo }: { entries: readonly Entry[]; onGo?: () => void }) {
  return (
    <ul className="jz-nav">
      {entries.map((entry) => (
        <li key={entry.to}>
          <Link
            to={entry.to}
            className="jz-nav-link"
            activeProps={{ className: 'jz-nav-link jz-nav-active', 'aria-current': 'page' }}
            activeOptions={{ exact: entry.to === '/', includeSearch: false }}
            {...(onGo ? { onClick: onGo } : {})}
          >
            <span aria-hidden="true" className="jz-nav-icon">
              {entry.icon}
            </span>
            {entry.title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

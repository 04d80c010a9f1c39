import { EllipsisOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import chinese from 'antd/locale/zh_CN';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { uiWords } from '../../contracts/ui/words.ts';
import { del } from '../lib/api.ts';
import { fullDay } from '../lib/day.ts';
import { useNarrow } from '../lib/use-narrow.ts';
import { proposalsQuery } from '../modules/consolidation/calls.ts';
import { Panel } from '../ui/panel.tsx';
import { entriesFor, Navigation } from './navigation.tsx';
import { Person } from './person.tsx';
import { forgetSession, useSession } from './session.ts';
import { theme } from './theme.ts';
import '../ui/plain-form.css';
import './shell.css';

/** Lists that drop down from inside a side panel must open inside it: the panel covers everything else. */
const popupHome = (trigger?: HTMLElement): HTMLElement => trigger?.closest('dialog') ?? document.body;

const TABS_ON_A_PHONE = 4;

function useSignOut() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => del('/session', { schema: z.unknown() }),
    onSettled: async () => {
      await navigate({ to: '/sign-in' });
      forgetSession();
    },
  });
}

function SignOut() {
  const out = useSignOut();
  return (
    <button type="button" className="jz-sign-out" onClick={() => out.mutate()} aria-disabled={out.isPending}>
      {out.isPending ? uiWords.signingOut : uiWords.signOut}
    </button>
  );
}

/** Moves the focus to the page after each change of address, as a page load would. */
function usePageFocus() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const first = useRef(path);
  useEffect(() => {
    if (first.current === path) return;
    first.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

/** The sections for whoever is signed in: consolidation too for hosts of whom something is ordered. */
function useEntries() {
  const { abilities } = useSession();
  const ordered = useQuery({ ...proposalsQuery({ page: 1, size: 1 }), enabled: !abilities.consolidation });
  const consolidation = abilities.consolidation || (ordered.data?.total ?? 0) > 0;
  return entriesFor({ ...abilities, consolidation });
}

/** The bottom bar of a phone: the sections most used, the rest behind one button. */
function PhoneNavigation() {
  const [open, setOpen] = useState(false);
  const entries = useEntries();
  return (
    <nav className="jz-tabs" aria-label={uiWords.mainNavigation}>
      <Navigation entries={entries.slice(0, TABS_ON_A_PHONE)} />
      <button type="button" className="jz-tabs-more" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span aria-hidden="true" className="jz-nav-icon">
          <EllipsisOutlined />
        </span>
        {uiWords.more}
      </button>
      <Panel title={uiWords.menu} open={open} onClose={() => setOpen(false)}>
        <Navigation entries={entries} onGo={() => setOpen(false)} />
      </Panel>
    </nav>
  );
}

/** The frame of the signed-in part: header, navigation, page. */
export function Shell() {
  const session = useSession();
  const entries = useEntries();
  const narrow = useNarrow();
  const main = usePageFocus();
  return (
    <ConfigProvider
      locale={chinese}
      theme={theme}
      button={{ autoInsertSpace: false }}
      getPopupContainer={popupHome}
    >
      <AntApp component={false} message={{ top: 64 }}>
        <a className="jz-skip" href="#main">
          {uiWords.skipToContent}
        </a>
        <header className="jz-header">
          <a className="jz-brand" href="/">
            <img src="/mark.svg" alt="" width={28} height={28} />
            <span className="jz-brand-name">{uiWords.product}</span>
            <span className="jz-brand-sub">{uiWords.productSubtitle}</span>
          </a>
          <Person />
          <SignOut />
        </header>
        <div className="jz-frame">
          {narrow ? null : (
            <nav className="jz-side" aria-label={uiWords.mainNavigation}>
              <Navigation entries={entries} />
              <p className="jz-side-day">{fullDay(session.today)}</p>
            </nav>
          )}
          <main id="main" ref={main} tabIndex={-1} className="jz-main">
            <Outlet />
          </main>
        </div>
        {narrow ? <PhoneNavigation /> : null}
      </AntApp>
    </ConfigProvider>
  );
}

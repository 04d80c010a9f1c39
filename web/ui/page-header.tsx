import type { ReactNode } from 'react';
import { usePageTitle } from '../lib/page-title.ts';
import './page-header.css';

interface PageHeaderProps {
  title: string;
  /** One sentence on what the page is for or where the thing stands. */
  lead?: ReactNode;
  /** A link back, or tags of state. */
  above?: ReactNode;
  actions?: ReactNode;
}

/** The top of every page: its one h1, which also names the window, and the page's actions. */
export function PageHeader({ title, lead, above, actions }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <div className="jz-page-header">
      {above ? <div className="jz-page-above">{above}</div> : null}
      <div className="jz-page-line">
        <h1>{title}</h1>
        {actions ? <div className="jz-page-actions">{actions}</div> : null}
      </div>
      {lead ? <div className="jz-page-lead">{lead}</div> : null}
    </div>
  );
}

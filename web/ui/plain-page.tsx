import type { ReactNode } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';
import { usePageTitle } from '../lib/page-title.ts';
import './plain-form.css';

/** A single card in the middle of the window, for what comes before the signed-in part. */
export function PlainPage({
  title,
  children,
  below,
}: {
  title: string;
  children: ReactNode;
  below?: ReactNode;
}) {
  usePageTitle(title);
  return (
    <main className="jz-plain-page">
      <div className="jz-plain-card">
        <div className="jz-plain-brand">
          <img src="/mark.svg" alt="" width={32} height={32} />
          <span>{uiWords.productFull}</span>
        </div>
        <h1>{title}</h1>
        {children}
        {below}
      </div>
    </main>
  );
}

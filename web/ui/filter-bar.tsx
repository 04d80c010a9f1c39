import { Button } from 'antd';
import type { ReactNode } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';
import './data-table.css';

/** The filters above a list; what is chosen stands in the address bar, so that a list can be sent to a colleague. */
export function FilterBar({
  children,
  onReset,
}: {
  children: ReactNode;
  onReset?: (() => void) | undefined;
}) {
  return (
    <search className="jz-filters" aria-label={uiWords.table.filters}>
      {children}
      {onReset ? <Button onClick={onReset}>{uiWords.reset}</Button> : null}
    </search>
  );
}

/** One labelled filter; the control inside carries the id. */
export function Filter({ label, id, children }: { label: string; id: string; children: ReactNode }) {
  return (
    <div className="jz-filter">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';
import './panel.css';

interface PanelProps {
  title: string;
  open: boolean;
  /** Closed by its button or Escape only: a click beside it must not lose what is shown just once. */
  firm?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A side panel (a bottom sheet on a phone) on the browser's own dialog: focus is kept inside, Escape closes. */
export function Panel({ title, open, firm = false, onClose, children }: PanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) element.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes by the browser itself; the click is on the backdrop
    <dialog
      ref={dialog}
      className="jz-panel"
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => !firm && event.target === dialog.current && onClose()}
    >
      {open ? (
        <div className="jz-panel-sheet">
          <div className="jz-panel-head">
            <h2 id={heading}>{title}</h2>
            <button type="button" className="jz-panel-close" onClick={onClose}>
              {uiWords.close}
            </button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must be scrollable by keyboard */}
          <div className="jz-panel-body" tabIndex={0}>
            {children}
          </div>
        </div>
      ) : null}
    </dialog>
  );
}

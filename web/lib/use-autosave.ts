import { useCallback, useEffect, useRef, useState } from 'react';

type SaveStatus = 'saved' | 'saving' | 'dirty' | 'failed' | 'refused';

const PAUSE_MS = 800;
const RETRY_MS = 5_000;

/** What one autosaved draft shows and can do. */
export interface Autosave<T> {
  status: SaveStatus;
  savedAt: Date | null;
  change: (value: T) => void;
  /** Saves at once; resolves true when everything typed is on the server. */
  flush: () => Promise<boolean>;
}

/** How an attempt ended: saved; refused, so that trying the same again is no use; failed, so that it is. */
type Attempt = 'saved' | 'refused' | 'failed';

/** Asks before the window is closed on unsaved text; saves what is left when only the screen changes. */
function useLeaveGuard(unsaved: () => boolean, flush: () => Promise<boolean>): void {
  const isUnsaved = useRef(unsaved);
  isUnsaved.current = unsaved;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsaved.current()) event.preventDefault();
    };
    // A phone puts a page aside without asking, and may never come back to it.
    const leave = () => {
      if (document.visibilityState === 'hidden' && isUnsaved.current()) void flush();
    };
    window.addEventListener('beforeunload', ask);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('beforeunload', ask);
      document.removeEventListener('visibilitychange', leave);
      void flush();
    };
  }, [flush]);
}

/**
 * Saves a draft a moment after the last key stroke, one save at a time, always the newest value.
 * `save` answers false when the server refused; when it throws, the save is tried again.
 * Leaving the page with unsaved text asks first.
 */
export function useAutosave<T>(save: (value: T) => Promise<boolean>): Autosave<T> {
  const [status, setStatus] = useState<SaveStatus>('saved');
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const pending = useRef<{ value: T } | null>(null);
  const running = useRef<Promise<Attempt> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef(save);
  saving.current = save;

  const last = useRef<Attempt>('saved');

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    while (running.current) await running.current;
    const work = pending.current;
    if (!work) return last.current === 'saved';
    pending.current = null;
    setStatus('saving');
    const attempt: Promise<Attempt> = saving.current(work.value).then(
      (saved) => (saved ? 'saved' : 'refused'),
      () => 'failed',
    );
    running.current = attempt;
    last.current = await attempt;
    running.current = null;
    if (last.current === 'saved') setSavedAt(new Date());
    if (last.current === 'failed') {
      pending.current ??= work;
      timer.current = setTimeout(flush, RETRY_MS);
    }
    setStatus(last.current);
    return last.current === 'failed' ? false : flush();
  }, []);

  const change = useCallback(
    (value: T) => {
      pending.current = { value };
      setStatus('dirty');
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    [flush],
  );

  useLeaveGuard(() => pending.current !== null || running.current !== null, flush);
  return { status, savedAt, change, flush };
}

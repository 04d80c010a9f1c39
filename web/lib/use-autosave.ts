import { useCallback, useEffect, useRef, useState } from 'react';

type SaveStatus = 'saved' | 'saving' | 'dirty' | 'failed';

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

/**
 * Saves a draft a moment after the last key stroke, one save at a time, always the newest value;
 * a failed save is tried again, and leaving the page with unsaved text asks first.
 */
export function useAutosave<T>(save: (value: T) => Promise<void>): Autosave<T> {
  const [status, setStatus] = useState<SaveStatus>('saved');
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const pending = useRef<{ value: T } | null>(null);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef(save);
  saving.current = save;

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    const work = pending.current;
    if (!work) return true;
    pending.current = null;
    setStatus('saving');
    const attempt = saving.current(work.value).then(
      () => true,
      () => false,
    );
    running.current = attempt;
    const ok = await attempt;
    running.current = null;
    if (ok) setSavedAt(new Date());
    else pending.current ??= work;
    setStatus(ok ? (pending.current ? 'dirty' : 'saved') : 'failed');
    if (pending.current) timer.current = setTimeout(flush, ok ? PAUSE_MS : RETRY_MS);
    return ok;
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

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (pending.current || running.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      void flush();
    };
  }, [flush]);

  return { status, savedAt, change, flush };
}

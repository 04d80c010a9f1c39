import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import {
  type FilingWire,
  type FormValues,
  filing as filingSchema,
} from '../../../contracts/accounts/wire.ts';
import { get, put } from '../../lib/api.ts';
import { ApiProblem, asProblem } from '../../lib/problem.ts';
import { useAutosave } from '../../lib/use-autosave.ts';
import { filingPath, filingQuery } from './calls.ts';
import { isUnheardSave, type Typed } from './unheard-save.ts';

const STALE = 409;
const TOO_MANY = 429;
const SERVER_FAILED = 500;

/** Reasons without the emptied ones: an exception without a reason is none. */
function withReason(reasons: Record<string, string>, check: string, reason: string): Record<string, string> {
  const { [check]: _old, ...rest } = reasons;
  return reason === '' ? rest : { ...rest, [check]: reason };
}

/** What the system knows already, for a draft that nobody has typed into yet: nobody is asked for it. */
function suggestionsFor(filing: FilingWire): FormValues {
  if (filing.state !== 'draft' || filing.version > 1) return {};
  const known = filing.form.sections
    .flatMap((section) => section.fields)
    .filter((field) => !field.system && field.suggestion && (filing.values[field.key] ?? null) === null)
    .map((field) => [field.key, field.suggestion] as const);
  return Object.fromEntries(known);
}

/** Fills in what is known, once, when a fresh draft is opened. */
function useKnownAnswers(filing: FilingWire, adopt: (known: FormValues) => void): void {
  const once = useRef({ filing, adopt });
  useEffect(() => {
    const known = suggestionsFor(once.current.filing);
    if (Object.keys(known).length > 0) once.current.adopt(known);
  }, []);
}

/** Saves; answers the filing after it or the refusal, and throws where trying again may help. */
async function saveDraft(
  filing: FilingWire,
  body: Typed & { version: number },
): Promise<FilingWire | ApiProblem> {
  try {
    return await put(`${filingPath(filing.jurisdiction, filing.id)}/draft`, { schema: filingSchema, body });
  } catch (error) {
    const failed = asProblem(error);
    if (failed.status === 0 || failed.status === TOO_MANY || failed.status >= SERVER_FAILED) throw error;
    return failed;
  }
}

/** Saves over lines that break: an answer that was lost on its way does not make the next save a conflict with oneself. */
function useSave(filing: FilingWire) {
  const client = useQueryClient();
  const version = useRef(filing.version);
  const unheard = useRef<Typed[]>([]);
  const save = async (draft: Typed): Promise<FilingWire | ApiProblem> => {
    const before = [...unheard.current];
    unheard.current.push(draft);
    const ended = await saveDraft(filing, { version: version.current, ...draft });
    if (!(ended instanceof ApiProblem)) {
      unheard.current = [];
      version.current = ended.version;
      client.setQueryData(filingQuery(filing.jurisdiction, filing.id).queryKey, ended);
      return ended;
    }
    unheard.current = before;
    if (ended.status !== STALE || before.length === 0) return ended;
    const now = await get(filingPath(filing.jurisdiction, filing.id), { schema: filingSchema });
    if (!before.some((sent) => isUnheardSave(now, sent, version.current))) return ended;
    unheard.current = [];
    version.current = now.version;
    return save(draft);
  };
  return { version, save };
}

/** The draft as it is typed: kept here, saved a moment later, checked by the server at every save. */
export function useFilingDraft(filing: FilingWire) {
  const [typed, setTyped] = useState<Typed>({ values: filing.values, exceptions: filing.exceptions });
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const current = useRef(typed);
  const { version, save: saveVersion } = useSave(filing);

  const save = async (draft: Typed): Promise<boolean> => {
    const ended = await saveVersion(draft);
    const refused = ended instanceof ApiProblem ? ended : null;
    setProblem(refused);
    return refused === null;
  };
  const autosave = useAutosave(save);
  const stale = problem?.status === STALE;

  // Saved elsewhere meanwhile: shown where nothing is being typed here, and otherwise a conflict at the next save.
  // Never just the newer version, with which this form would overwrite what it has not shown.
  if (filing.version > version.current && autosave.status === 'saved') {
    version.current = filing.version;
    current.current = { values: filing.values, exceptions: filing.exceptions };
    setTyped(current.current);
  }

  const change = (part: Partial<Typed>) => {
    current.current = { ...current.current, ...part };
    setTyped(current.current);
    if (!stale) autosave.change(current.current);
  };
  useKnownAnswers(filing, (known) => change({ values: { ...current.current.values, ...known } }));
  const setValue = (field: string, value: string | boolean | null) => {
    setTouched((before) => new Set(before).add(field));
    change({ values: { ...current.current.values, [field]: value } });
  };
  return {
    ...typed,
    setValue,
    problem,
    stale,
    touched,
    tried,
    autosave,
    /** From now on every field says what it lacks, not only those typed in. */
    setTried: () => setTried(true),
    /** Shows the problems of a refused submission by their fields. */
    refuse: setProblem,
    /** Everything saved, and the version that stands then; null when something could not be saved. */
    settle: async (): Promise<number | null> => ((await autosave.flush()) ? version.current : null),
    setException: (check: string, reason: string) =>
      change({ exceptions: withReason(current.current.exceptions, check, reason) }),
  };
}

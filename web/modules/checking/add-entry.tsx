import { useQueryClient } from '@tanstack/react-query';
import { entryAnswer, lexiconKinds } from '../../../contracts/checking/wire.ts';
import { lexiconKindNames } from '../../../contracts/checking/words.ts';
import { detectorNames, severityNames } from '../../../contracts/checks/words.ts';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import { post } from '../../lib/api.ts';
import { type FieldSpec, FormPanel, type Typed } from '../../ui/form-panel.tsx';

const words = checkingScreenWords.lexicon;

/** Detector and kind in one choice: a writer thinks of one thing, not of two. */
const kinds = Object.entries(lexiconKinds).flatMap(([detector, names]) =>
  names.map((kind) => ({
    value: `${detector}/${kind}`,
    label: `${detectorNames[detector as keyof typeof lexiconKinds]} · ${lexiconKindNames[kind] ?? kind}`,
  })),
);

const fields: FieldSpec[] = [
  { key: 'term', label: words.term, required: true, maxLength: 60 },
  { key: 'kind', label: words.kind, type: 'select', required: true, options: kinds },
  { key: 'right', label: words.right, hint: words.rightHint, maxLength: 60 },
  {
    key: 'severity',
    label: words.severity,
    type: 'select',
    required: true,
    options: Object.entries(severityNames).map(([value, label]) => ({ value, label })),
  },
  { key: 'except', label: words.except, type: 'longtext', hint: words.exceptHint },
  { key: 'source', label: words.source, required: true, maxLength: 300, hint: words.sourceHint },
  { key: 'from', label: words.from, type: 'date' },
  { key: 'to', label: words.to, type: 'date' },
];

function bodyOf(typed: Typed) {
  const text = (key: string) => (typeof typed[key] === 'string' ? typed[key].trim() : '');
  const [detector, kind] = text('kind').split('/');
  const given = (key: 'right' | 'from' | 'to') => (text(key) === '' ? {} : { [key]: text(key) });
  return {
    term: text('term'),
    detector,
    kind,
    severity: text('severity'),
    except: text('except')
      .split('\n')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    source: text('source'),
    ...given('right'),
    ...given('from'),
    ...given('to'),
  };
}

/** A new entry, which is a draft at first. */
export function AddEntry(props: { jurisdiction: string; open: boolean; onClose: () => void }) {
  const client = useQueryClient();
  return (
    <FormPanel
      title={words.add}
      open={props.open}
      fields={fields}
      initial={{ kind: kinds[0]?.value, severity: 'warn' }}
      action={words.save}
      onSubmit={async (typed) => {
        await post(`/lexicons/${props.jurisdiction}/entries`, { schema: entryAnswer, body: bodyOf(typed) });
        await client.invalidateQueries({ queryKey: ['lexicons'] });
        props.onClose();
      }}
      onClose={props.onClose}
    />
  );
}

import { Button } from 'antd';
import { LoadProblem } from './load-problem.tsx';
import { Panel } from './panel.tsx';
import { UploadField } from './upload-field.tsx';

interface Answered {
  readonly problems: readonly { readonly row: number; readonly message: string }[];
}

interface UploadPanelProps<Answer extends Answered> {
  open: boolean;
  onClose: () => void;
  words: {
    readonly title: string;
    readonly lead: string;
    /** Which columns are understood. */
    readonly columns: string;
    readonly file: string;
    readonly close: string;
    readonly problems: (n: number) => string;
    readonly row: (row: number, message: string) => string;
  };
  /** What may be chosen: ['.xlsx']. */
  kinds: readonly string[];
  /** The sending of the table, and what came of it. */
  send: {
    readonly data: Answer | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly reset: () => void;
    readonly mutateAsync: (file: File) => Promise<unknown>;
  };
  /** How much of the table was taken. */
  taken: (answer: Answer) => string;
}

/** Takes a table in row by row, and names the rows that could not be taken with what is wrong with each. */
export function UploadPanel<Answer extends Answered>(props: UploadPanelProps<Answer>) {
  const { open, onClose, words, kinds, send, taken } = props;
  const close = () => {
    send.reset();
    onClose();
  };
  return (
    <Panel title={words.title} open={open} onClose={close}>
      <p>{words.lead}</p>
      <p className="jz-soft">{words.columns}</p>
      <UploadField
        label={words.file}
        kinds={kinds}
        files={[]}
        disabled={send.isPending}
        onUpload={async (file) => send.mutateAsync(file).catch(() => undefined)}
      />
      <LoadProblem error={send.error} />
      <div role="status">
        {send.data ? <p>{taken(send.data)}</p> : null}
        {send.data && send.data.problems.length > 0 ? (
          <>
            <p className="jz-plain-error">{words.problems(send.data.problems.length)}</p>
            <ul className="jz-bullets">
              {send.data.problems.map(({ row, message }) => (
                <li key={row}>{words.row(row, message)}</li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      {send.data ? <Button onClick={close}>{words.close}</Button> : null}
    </Panel>
  );
}

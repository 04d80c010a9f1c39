import { CloseOutlined } from '@ant-design/icons';
import { useId, useRef, useState } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';
import { asProblem } from '../lib/problem.ts';
import './upload-field.css';

const words = uiWords.upload;

/** A file that the server has. */
interface UploadedFile {
  id: string;
  name: string;
  url?: string;
}

interface UploadFieldProps {
  id?: string;
  label: string;
  files: readonly UploadedFile[];
  /** Endings with a dot, as the browser's file box takes them: '.pdf'. */
  kinds: readonly string[];
  maxMegabytes?: number;
  multiple?: boolean;
  disabled?: boolean;
  onUpload: (file: File) => Promise<unknown>;
  onRemove?: (file: UploadedFile) => void;
  error?: string | undefined;
  /** What stands beside a file; 已上传 unless told. */
  fileNote?: string;
}

function refusal(file: File, kinds: readonly string[], megabytes: number): string | null {
  if (!kinds.some((kind) => file.name.toLowerCase().endsWith(kind)))
    return words.wrongKind(file.name, kinds.join('、'));
  if (file.size > megabytes * 1024 * 1024) return words.tooLarge(file.name, megabytes);
  return null;
}

function UploadedFiles({
  files,
  onRemove,
  fileNote = words.uploaded,
}: Pick<UploadFieldProps, 'files' | 'onRemove' | 'fileNote'>) {
  return (
    <ul className="jz-upload-files">
      {files.map((file) => (
        <li key={file.id}>
          {file.url ? <a href={file.url}>{file.name}</a> : <span>{file.name}</span>}
          <span className="jz-upload-done">{fileNote}</span>
          {onRemove ? (
            <button
              type="button"
              className="jz-due-toggle"
              aria-label={words.remove(file.name)}
              onClick={() => onRemove(file)}
            >
              <CloseOutlined aria-hidden />
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Uploads what was chosen, one after the other; what cannot be taken is said and not sent. */
function useTaking(props: Pick<UploadFieldProps, 'kinds' | 'onUpload'> & { maxMegabytes: number }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (list: ArrayLike<File> | null) => {
    setProblem(null);
    setBusy(true);
    for (const file of Array.from(list ?? [])) {
      const refused = refusal(file, props.kinds, props.maxMegabytes);
      if (refused) setProblem(refused);
      else await props.onUpload(file).catch((reason: unknown) => setProblem(asProblem(reason).detail));
    }
    setBusy(false);
  };
  return { busy, problem, take };
}

/** A labelled place for files: by button, by drop or by keyboard; says at once what cannot be taken and why. */
export function UploadField(props: UploadFieldProps) {
  const { label, files, kinds, maxMegabytes = 20, disabled = false, onUpload } = props;
  const own = useId();
  const id = props.id ?? own;
  const input = useRef<HTMLInputElement>(null);
  const { busy, problem, take } = useTaking({ kinds, maxMegabytes, onUpload });
  const chosen = async (list: ArrayLike<File> | null) => {
    await take(list);
    if (input.current) input.current.value = '';
  };
  const said = problem ?? props.error;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the button below does the same
    <div
      className="jz-upload"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!disabled) void chosen(event.dataTransfer.files);
      }}
    >
      <UploadedFiles
        files={files}
        {...(props.fileNote ? { fileNote: props.fileNote } : {})}
        {...(props.onRemove && !disabled ? { onRemove: props.onRemove } : {})}
      />
      {disabled ? null : (
        <p className="jz-upload-line">
          <label htmlFor={id} className="jz-button jz-upload-button">
            <span className="jz-hidden">{label}：</span>
            {busy ? `${uiWords.loading}…` : words.choose}
          </label>
          <input
            ref={input}
            id={id}
            type="file"
            className="jz-hidden"
            accept={kinds.join(',')}
            multiple={props.multiple ?? false}
            aria-describedby={`${id}-note`}
            onChange={(event) => void chosen(event.target.files)}
          />
          <span className="jz-soft">{words.orDrop}</span>
        </p>
      )}
      <p
        id={`${id}-note`}
        className={said ? 'jz-plain-error' : 'jz-plain-hint'}
        role={said ? 'alert' : undefined}
      >
        {said ?? (disabled ? '' : words.hint(kinds.join('、'), maxMegabytes))}
      </p>
    </div>
  );
}

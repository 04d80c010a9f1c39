import { useQueryClient } from '@tanstack/react-query';
import {
  type AttachmentSlot,
  type FilingWire,
  filing as filingSchema,
} from '../../../contracts/accounts/wire.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { del } from '../../lib/api.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { UploadField } from '../../ui/upload-field.tsx';
import { fileUrl, filingPath, filingQuery } from './calls.ts';
import { fieldElementId } from './field-element.ts';
import { uploadFile } from './upload-file.ts';

const words = accountScreenWords.filing;
const KINDS = ['.pdf', '.ofd', '.docx', '.xlsx', '.jpg', '.jpeg', '.png'];

function useFiles(filing: FilingWire) {
  const client = useQueryClient();
  const path = `${filingPath(filing.jurisdiction, filing.id)}/files`;
  const keep = (after: FilingWire) =>
    client.setQueryData(filingQuery(filing.jurisdiction, filing.id).queryKey, after);
  return {
    upload: async (label: string, file: File) => keep(await uploadFile(filing, label, file)),
    remove: async (fileId: string) => keep(await del(`${path}/${fileId}`, { schema: filingSchema })),
  };
}

interface SlotProps {
  filing: FilingWire;
  slot: AttachmentSlot;
  editable: boolean;
  tried: boolean;
}

function Slot({ filing, slot, editable, tried }: SlotProps) {
  const missing = filing.checks.find(
    (check) => check.outcome === 'unmet' && check.field === `attachment.${slot.label}`,
  );
  const files = useFiles(filing);
  return (
    <div className="jz-field">
      <p className="jz-field-label">
        {slot.title}
        {slot.required ? <span className="jz-field-required">（{words.attachmentRequired}）</span> : null}{' '}
        <BasisTag basis={slot.basis} about={slot.title} />
      </p>
      <UploadField
        id={fieldElementId(`attachment.${slot.label}`)}
        label={slot.title}
        kinds={KINDS}
        multiple
        disabled={!editable}
        files={slot.files.map((file) => ({
          id: file.id,
          name: file.name,
          url: fileUrl(filing.jurisdiction, filing.id, file.id),
        }))}
        error={tried ? missing?.message : undefined}
        onUpload={(file) => files.upload(slot.label, file)}
        onRemove={(file) => void files.remove(file.id)}
      />
      {!editable && slot.files.length === 0 ? <p className="jz-soft">{uiWords.none}</p> : null}
    </div>
  );
}

/** The papers that belong to the filing, each under its own heading with the reason it is asked for. */
export function AttachmentSlots(props: { filing: FilingWire; editable: boolean; tried?: boolean }) {
  const { filing, editable, tried = false } = props;
  if (filing.attachments.length === 0) return null;
  return (
    <section className="jz-card">
      <h2>{words.attachments}</h2>
      {filing.attachments.map((slot) => (
        <Slot key={slot.label} filing={filing} slot={slot} editable={editable} tried={tried} />
      ))}
    </section>
  );
}

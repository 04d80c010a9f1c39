import { useState } from 'react';
import type { ItemWire, ProposalWire } from '../../../contracts/consolidation/wire.ts';
import { consolidationScreenWords } from '../../../contracts/ui/words-consolidation.ts';
import { useSession } from '../../app/session.ts';
import { FormPanel, type Typed } from '../../ui/form-panel.tsx';
import { UploadField } from '../../ui/upload-field.tsx';
import { useProposalCommand } from './use-proposal-command.ts';

const words = consolidationScreenWords.item;

interface TellFollowersProps {
  proposal: ProposalWire;
  item: ItemWire;
  open: boolean;
  onClose: () => void;
}

/** When and where the followers of an account were told that they find it elsewhere now. */
export function TellFollowers({ proposal, item, open, onClose }: TellFollowersProps) {
  const { today } = useSession();
  const [file, setFile] = useState<File | null>(null);
  const command = useProposalCommand(proposal);
  const submit = async ({ on, url }: Typed) => {
    const body = new FormData();
    body.append('version', String(item.version));
    body.append('on', String(on ?? ''));
    if (url) body.append('url', String(url));
    if (file) body.append('file', file);
    await command.mutateAsync({ path: `items/${item.id}/followers`, body, said: words.saved });
    onClose();
  };
  return (
    <FormPanel
      title={words.followers}
      open={open}
      fields={[
        { key: 'on', label: words.on, type: 'date', required: true },
        { key: 'url', label: words.url, maxLength: 500 },
      ]}
      initial={{
        on: item.followersToldOn ?? today,
        ...(item.followersUrl ? { url: item.followersUrl } : {}),
      }}
      action={words.save}
      intro={
        <>
          <p>{words.followersHint}</p>
          <UploadField
            label={words.file}
            kinds={['.png', '.jpg', '.jpeg', '.pdf']}
            files={file ? [{ id: 'chosen', name: file.name }] : []}
            onUpload={async (chosen) => setFile(chosen)}
            onRemove={() => setFile(null)}
          />
        </>
      }
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

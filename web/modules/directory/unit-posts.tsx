import { App, Button } from 'antd';
import { useState } from 'react';
import { changed, createdPost, type UnitDetailWire } from '../../../contracts/directory/wire.ts';
import { directoryScreenWords } from '../../../contracts/ui/words-directory.ts';
import { useSession } from '../../app/session.ts';
import { fullDay } from '../../lib/day.ts';
import { asProblem } from '../../lib/problem.ts';
import { FormPanel } from '../../ui/form-panel.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { AppointForm } from './appoint-form.tsx';
import { choices, textOf } from './typed.ts';
import { useDirectoryCommand } from './use-directory-command.ts';

const words = directoryScreenWords.unit;
const actions = directoryScreenWords.actions;
const labels = directoryScreenWords.fields;

type Post = UnitDetailWire['posts'][number];
type Holder = Post['holders'][number];

function HolderLine({ holder, onEnd }: { holder: Holder; onEnd: () => void }) {
  return (
    <li className="jz-holder">
      <span>{holder.name}</span>
      <span className="jz-soft">
        {[
          holder.phone,
          words.since(fullDay(holder.fromDay)),
          holder.toDay ? words.until(fullDay(holder.toDay)) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {holder.abilities.end ? (
        <Button size="small" type="link" aria-label={actions.endAppointmentOf(holder.name)} onClick={onEnd}>
          {actions.endAppointment}
        </Button>
      ) : null}
    </li>
  );
}

function ClosePost({ post }: { post: Post }) {
  const send = useDirectoryCommand();
  const { message } = App.useApp();
  const close = () =>
    send('DELETE', `/posts/${post.id}`, changed).catch((error) => message.error(asProblem(error).detail));
  return (
    <Button
      size="small"
      type="link"
      aria-label={actions.closePostOf(post.title)}
      onClick={() => void close()}
    >
      {actions.closePost}
    </Button>
  );
}

function PostItem({
  post,
  onAppoint,
  onEnd,
}: {
  post: Post;
  onAppoint: () => void;
  onEnd: (holder: Holder) => void;
}) {
  return (
    <li className="jz-post">
      <div className="jz-post-head">
        <h3>{post.title}</h3>
        {post.kindName === post.title ? null : <span className="jz-soft">{post.kindName}</span>}
        {post.holders.length === 0 ? <StateTag tone="warn">{words.vacant}</StateTag> : null}
        {post.abilities.appoint ? (
          <Button size="small" aria-label={actions.appointTo(post.title)} onClick={onAppoint}>
            {actions.appoint}
          </Button>
        ) : null}
        {post.abilities.close ? <ClosePost post={post} /> : null}
      </div>
      <ul>
        {post.holders.map((holder) => (
          <HolderLine key={holder.appointmentId} holder={holder} onEnd={() => onEnd(holder)} />
        ))}
      </ul>
    </li>
  );
}

function EndAppointment({ holder, onClose }: { holder: Holder; onClose: () => void }) {
  const { today } = useSession();
  const send = useDirectoryCommand();
  return (
    <FormPanel
      title={actions.endAppointmentOf(holder.name)}
      open
      fields={[
        { key: 'toDay', label: labels.lastDay, type: 'date', required: true },
        { key: 'reason', label: labels.reason, type: 'longtext', required: true, maxLength: 200 },
      ]}
      initial={{ toDay: today }}
      action={actions.endAppointment}
      onClose={onClose}
      onSubmit={async (typed) => {
        const body = { toDay: textOf(typed, 'toDay'), reason: textOf(typed, 'reason') };
        await send('POST', `/appointments/${holder.appointmentId}/end`, changed, body);
        onClose();
      }}
    />
  );
}

function AddPost({ unit, open, onClose }: { unit: UnitDetailWire; open: boolean; onClose: () => void }) {
  const send = useDirectoryCommand();
  return (
    <FormPanel
      title={actions.addPost}
      open={open}
      fields={[
        {
          key: 'kind',
          label: labels.postKind,
          type: 'select',
          required: true,
          options: choices(directoryScreenWords.postKinds),
        },
        { key: 'title', label: labels.postTitle, required: true, maxLength: 40 },
      ]}
      action={actions.addPost}
      onClose={onClose}
      onSubmit={async (typed) => {
        const body = { kind: textOf(typed, 'kind'), title: textOf(typed, 'title') };
        await send('POST', `/units/${unit.id}/posts`, createdPost, body);
        onClose();
      }}
    />
  );
}

/** The posts of a unit and who holds each; vacant ones stand out because they stop approvals. */
export function UnitPosts({ unit }: { unit: UnitDetailWire }) {
  const [adding, setAdding] = useState(false);
  const [appointing, setAppointing] = useState<Post | null>(null);
  const [ending, setEnding] = useState<Holder | null>(null);
  return (
    <section className="jz-card">
      <div className="jz-unit-head">
        <h2>{words.posts}</h2>
        {unit.abilities.addPost ? <Button onClick={() => setAdding(true)}>{actions.addPost}</Button> : null}
      </div>
      {unit.posts.length === 0 ? <p className="jz-soft">{words.noPosts}</p> : null}
      <ul>
        {unit.posts.map((post) => (
          <PostItem key={post.id} post={post} onAppoint={() => setAppointing(post)} onEnd={setEnding} />
        ))}
      </ul>
      <AddPost unit={unit} open={adding} onClose={() => setAdding(false)} />
      {appointing ? <AppointForm post={appointing} onClose={() => setAppointing(null)} /> : null}
      {ending ? <EndAppointment holder={ending} onClose={() => setEnding(null)} /> : null}
    </section>
  );
}

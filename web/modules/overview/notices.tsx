import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { notice } from '../../../contracts/overview/wire.ts';
import { overviewScreenWords as words } from '../../../contracts/ui/words-overview.ts';
import { ScreenLink } from '../../app/screen-link.tsx';
import { post } from '../../lib/api.ts';
import { fullInstant } from '../../lib/day.ts';

const marked = z.strictObject({ read: z.boolean() });

function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post(`/notices/${id}/read`, { schema: marked }),
    onSettled: () => client.invalidateQueries({ queryKey: ['workbench'] }),
  });
}

/** What the system has to say to this person: reminders, escalations, decisions on their matters. */
export function Notices({ notices }: { notices: readonly z.infer<typeof notice>[] }) {
  const mark = useMarkRead();
  return (
    <section className="jz-card jz-notices">
      <h2>{words.notices}</h2>
      {notices.length === 0 ? <p className="jz-soft">{words.noNotices}</p> : null}
      <ul>
        {notices.map((each) => (
          <li key={each.id} className={each.read ? 'jz-notice' : 'jz-notice jz-notice-new'}>
            {each.read ? null : <span className="jz-hidden">{words.unread}：</span>}
            <p>{each.href ? <ScreenLink href={each.href}>{each.text}</ScreenLink> : each.text}</p>
            <p className="jz-notice-at">
              {fullInstant(each.at)}{' '}
              {each.read ? null : (
                <button type="button" className="jz-due-toggle" onClick={() => mark.mutate(each.id)}>
                  {words.markRead}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

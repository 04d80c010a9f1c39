import { faultWords } from '../../../contracts/audit/words.ts';
import { momentText } from '../../../contracts/deadlines/words.ts';
import { indexWords } from '../../../contracts/dossiers/words.ts';
import type { ReportSection } from '../../documents/report.ts';
import type { AuditEntry, BrokenEntry } from '../../kernel/audit/entry.ts';
import { entriesAbout } from '../../kernel/audit/store.ts';
import { verifyChain } from '../../kernel/audit/verify.ts';
import { viewEntry } from '../../kernel/audit/view.ts';
import type { Context } from '../../kernel/context.ts';
import { legalMoment } from '../../policy/calendar/index.ts';

/**
 * What the trail says of an account: its entries as they stand in the chain, so that each can be computed anew; where
 * the chain stood; and what a walk along all of it found. The entries between are other people's business and stay
 * out, so the links between entries that are not neighbours rest on that walk and on heads kept outside.
 */
export interface TrailProof {
  readonly jurisdiction: string;
  readonly head: { readonly seq: number; readonly hash: string } | null;
  readonly broken: BrokenEntry | null;
  readonly entries: readonly AuditEntry[];
}

/** Walks the chain of a jurisdiction and takes the entries about the subjects out of it. */
export async function proveTrail(
  ctx: Context,
  jurisdiction: string,
  subjects: readonly { readonly type: string; readonly id: string }[],
): Promise<TrailProof> {
  const chain = await verifyChain(ctx.tx, jurisdiction);
  return {
    jurisdiction,
    head: chain && { seq: chain.head.seq, hash: chain.head.hash },
    broken: chain?.broken ?? null,
    entries: await entriesAbout(ctx.tx, jurisdiction, subjects),
  };
}

/** The proof for reading. */
export function trailSections({ head, broken, entries }: TrailProof): ReportSection[] {
  const verdict =
    head === null
      ? indexWords.noChain
      : broken === null
        ? indexWords.whole
        : indexWords.broken(broken.seq, faultWords[broken.fault]);
  return [
    {
      title: indexWords.chain,
      facts: [
        { label: indexWords.verdict, value: verdict },
        { label: indexWords.head, value: String(head?.seq ?? 0) },
        { label: indexWords.headHash, value: head?.hash ?? '' },
      ],
      columns: [],
      rows: [],
    },
    {
      title: indexWords.trailTitle,
      note: indexWords.trailNote(head?.seq ?? 0),
      facts: [],
      columns: [
        indexWords.seq,
        indexWords.at,
        indexWords.who,
        indexWords.action,
        indexWords.subject,
        indexWords.hash,
      ],
      rows: entries.map((entry) => {
        const { seq, at, post, who, actionName, subjectName, hash } = viewEntry(entry);
        return [
          String(seq),
          momentText(legalMoment(at)),
          [post, who].filter(Boolean).join(' '),
          actionName,
          subjectName,
          hash,
        ];
      }),
    },
  ];
}

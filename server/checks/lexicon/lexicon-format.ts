import { z } from 'zod';
import { detectorId, severity } from '../../../contracts/checks/wire.ts';
import { lexiconWords } from '../../../contracts/checks/words-lexicon.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, lexiconWords.id);
const term = z
  .string()
  .min(1, lexiconWords.term)
  // The matcher takes 256 folded units; folding never makes a term longer.
  .max(60, lexiconWords.term)
  .refine((text) => text === text.trim(), lexiconWords.term);
const day = z.string().refine(isDay, lexiconWords.day);

function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return date >= 1 && date <= (days[month - 1] ?? 0);
}

const lexiconEntry = z.strictObject({
  term: z
    .union([term.transform((one) => [one]), z.array(term).min(1)])
    .describe('要找的词；几个词同属一条时写成列表'),
  kind: id.describe('问题种类'),
  severity: severity.optional().describe('本条的严重程度，不写按种类'),
  right: term.optional().describe('正确写法'),
  suggestion: term.optional().describe('建议，不写就用 right'),
  except: z.array(term).min(1).optional().describe('包含这个词的更长的正确词语'),
  source: id.describe('来源编号'),
  from: day.optional().describe('从哪一日起适用'),
  to: day.optional().describe('适用到哪一日'),
});

const source = z.strictObject({
  id,
  title: z.string().trim().min(2).max(200),
  url: z.url().optional(),
  note: z.string().trim().max(200).optional(),
});

export const lexiconFile = z.strictObject({
  id,
  title: z.string().trim().min(1).max(60),
  version: z.string().regex(/^\d{4}\.\d{1,4}$/, lexiconWords.version),
  detector: detectorId,
  sources: z.array(source).min(1),
  entries: z.array(lexiconEntry).min(1),
});

export type LexiconFile = z.output<typeof lexiconFile>;

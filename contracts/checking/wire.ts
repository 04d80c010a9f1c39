import { z } from 'zod';
import { spot } from '../checks/spot.ts';
import { detectorId, severity } from '../checks/wire.ts';
import { day, id, line, lines, pageOf, pageQuery } from '../kernel/wire.ts';

/** Longest text that is checked at once, in UTF-16 units. */
export const longestText = 500_000;

export const checkKey = z.strictObject({ jurisdiction: line(40), id });
export const documentKey = checkKey.extend({ position: z.coerce.number().int().min(1).max(10_000) });
export const findingKey = documentKey.extend({ number: z.coerce.number().int().min(1).max(100_000) });

const person = z.strictObject({ name: z.string(), post: z.string() });

/** What the author declares about a text; what is absent is not checked. */
export const declared = z.strictObject({
  exemption: z
    .strictObject({
      ground: z.enum(['disciplinary-notice', 'compulsory-disclosure']),
      reason: lines(500).min(4),
    })
    .optional()
    .describe('依法必须载明个人信息的情形及理由'),
  reprint: z
    .strictObject({
      source: line(200).optional(),
      url: line(500).optional(),
      title: line(200).optional(),
      body: z.string().max(longestText).optional(),
      ownTitle: line(200).optional(),
    })
    .optional()
    .describe('转载自何处；附原文的，逐处比对'),
  maps: z
    .array(z.strictObject({ label: line(100).min(1), reviewNumber: line(60).optional() }))
    .max(50)
    .optional()
    .describe('文中的地图及审图号'),
  unifiedText: z.string().max(longestText).optional().describe('通稿'),
  channels: z
    .array(z.strictObject({ channel: line(100).min(1), text: z.string().min(1).max(longestText) }))
    .max(10)
    .optional()
    .describe('其他渠道就同一事项发布的内容，如政府网站'),
});
export type Declared = z.infer<typeof declared>;

export const checkTextBody = z.strictObject({
  unit: id.describe('为哪个单位检查'),
  title: line(200).optional(),
  text: z.string().max(longestText),
  declared: declared.optional(),
});
export const openBatchBody = z.strictObject({ unit: id, title: line(200).min(1) });

const counts = z.strictObject({ block: z.int(), warn: z.int(), note: z.int() });
export type Counts = z.infer<typeof counts>;

const note = z.strictObject({ code: z.string(), message: z.string() });

/** A finding that somebody has let pass, with the reason. */
const override = z.strictObject({
  id,
  reason: z.string(),
  by: person,
  at: z.string(),
  title: z.string().optional().describe('当时检查的文稿'),
});
export type OverrideWire = z.infer<typeof override>;

const finding = z.strictObject({
  number: z.int(),
  detector: detectorId,
  kind: z.string(),
  severity,
  start: z.int().describe('起点，在所检查文字中按 UTF-16 计'),
  end: z.int(),
  excerpt: z.string().describe('被标出的文字；个人信息已遮盖'),
  before: z.string().describe('前文'),
  after: z.string().describe('后文'),
  message: z.string(),
  suggestion: z.string().nullable(),
  basis: z
    .strictObject({ source: z.string().optional(), article: z.string(), summary: z.string().optional() })
    .nullable(),
  confidence: z.number().nullable(),
  exempted: z.strictObject({ ground: z.string(), reason: z.string() }).nullable(),
  place: spot,
  placeText: z.string(),
  override: override.nullable(),
});
export type FindingWire = z.infer<typeof finding>;

const documentState = z.enum(['waiting', 'done', 'refused']);

const checkedDocument = z.strictObject({
  position: z.int(),
  name: z.string(),
  state: documentState,
  characters: z.int().nullable(),
  counts,
  leftOut: z.int().describe('超过上限而没有列出的处数'),
  unobserved: z.array(note).describe('没有看到、没有检查的内容'),
  problem: note.nullable(),
});
export type CheckedDocumentWire = z.infer<typeof checkedDocument>;

const checkRow = z.strictObject({
  jurisdiction: z.string(),
  id,
  unit: z.strictObject({ id, name: z.string() }),
  title: z.string(),
  kind: z.enum(['text', 'document', 'batch']),
  state: z.enum(['open', 'running', 'done']),
  by: person,
  at: z.string(),
  documents: z.int(),
  checked: z.int().describe('已检查的文件数'),
  counts,
});
export type CheckRow = z.infer<typeof checkRow>;

export const checkQuery = z.strictObject({ ...pageQuery, unit: id.optional() });
export const checkPage = pageOf(checkRow);
export type CheckPage = z.infer<typeof checkPage>;

export const check = checkRow.extend({
  items: z.array(checkedDocument),
  keptUntil: day.describe('检查记录保存至'),
  abilities: z.strictObject({
    override: z.boolean().describe('可以保留“应当处理”“供参考”的'),
    overrideBlock: z.boolean().describe('可以保留“不得发布”的'),
    add: z.boolean(),
    start: z.boolean(),
  }),
});
export type CheckWire = z.infer<typeof check>;

/** One document with its findings; `text` only in the answer to the check itself, for it is not kept. */
export const checkedText = z.strictObject({
  check,
  document: checkedDocument,
  findings: z.array(finding),
  text: z.string().nullable(),
});
export type CheckedText = z.infer<typeof checkedText>;

export const overrideBody = z.strictObject({ reason: lines(500).min(4) });

export const overrideQuery = z.strictObject({ ...pageQuery, unit: id.optional() });
const overrideRow = override.extend({
  jurisdiction: z.string(),
  detector: detectorId,
  severity,
  excerpt: z.string(),
  message: z.string(),
  checkId: id,
});
export const overridePage = pageOf(overrideRow);
export type OverridePage = z.infer<typeof overridePage>;

/** A text that somebody complains about: what was let pass in it is looked up sentence by sentence. */
export const overrideSearchBody = z.strictObject({ text: z.string().min(1).max(longestText) });
export const overrideSearchAnswer = z.strictObject({ items: z.array(overrideRow) });

/* Lexicons */

/** Detectors to which a jurisdiction may add words of its own, and as what; the first kind is the usual one. */
export const lexiconKinds = {
  names: ['expression', 'body-name', 'document-name', 'former-name'],
  wording: ['word', 'idiom', 'expression'],
  advertising: ['buy', 'shop-domain'],
  pressure: ['fakery'],
  secrecy: ['inner-mark', 'work-secret', 'not-for-publication'],
} as const;
const lexiconDetectors = ['names', 'wording', 'advertising', 'pressure', 'secrecy'] as const;

export const entryBody = z.strictObject({
  term: line(60),
  detector: z.enum(lexiconDetectors),
  kind: line(40).min(1),
  severity,
  right: line(60).optional().describe('正确写法'),
  except: z.array(line(60)).max(50).default([]).describe('含有该词而正确的较长词语'),
  source: line(300).describe('出处：文件、条款或规范'),
  from: day.optional(),
  to: day.optional(),
});
export type EntryBody = z.infer<typeof entryBody>;

const tried = z.strictObject({
  at: z.string(),
  texts: z.int().describe('试了多少篇'),
  places: z.int().describe('会标出多少处'),
  days: z.int(),
  own: z.boolean().describe('样本是自己给的'),
  examples: z.array(z.strictObject({ before: z.string(), text: z.string(), after: z.string() })),
});

const entry = z.strictObject({
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  id,
  term: z.string(),
  detector: detectorId,
  kind: z.string(),
  severity,
  right: z.string().nullable(),
  except: z.array(z.string()),
  source: z.string(),
  from: day.nullable(),
  to: day.nullable(),
  state: z.enum(['draft', 'active', 'retired']),
  version: z.int(),
  tried: tried.nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  abilities: z.strictObject({ change: z.boolean() }),
});
export type EntryWire = z.infer<typeof entry>;

export const lexiconParams = z.strictObject({ jurisdiction: line(40) });
export const entryKey = lexiconParams.extend({ id });
export const lexiconQuery = z.strictObject({ ...pageQuery, q: line(60).optional() });

export const lexicon = z.strictObject({
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  version: z.int(),
  shipped: z.array(z.strictObject({ title: z.string(), version: z.string(), entries: z.int() })),
  entries: pageOf(entry),
  changes: z.array(
    z.strictObject({
      version: z.int(),
      action: z.enum(['add', 'activate', 'retire']),
      term: z.string(),
      reason: z.string().nullable(),
      at: z.string(),
      by: person,
    }),
  ),
  abilities: z.strictObject({ add: z.boolean() }),
});
export type LexiconWire = z.infer<typeof lexicon>;

export const lexiconPlaces = z.strictObject({
  items: z.array(z.strictObject({ code: z.string(), name: z.string(), change: z.boolean() })),
});

export const tryBody = z.strictObject({
  version: z.int().min(1),
  sample: z.string().max(longestText).optional().describe('自己的样本；不给就用近 30 天检查过的文稿'),
});
export const entryVersionBody = z.strictObject({ version: z.int().min(1) });
export const retireBody = z.strictObject({ version: z.int().min(1), reason: lines(500).min(2) });
export const entryAnswer = entry;

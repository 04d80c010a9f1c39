import { z } from 'zod';

/** The detectors of the content check; packs switch each on or off and set its severity. */
export const detectorIds = [
  'privacy',
  'secrecy',
  'wording',
  'names',
  'advertising',
  'pressure',
  'source',
  'map',
  'consistency',
] as const;

/** From what stops a publication to what is only worth a look. */
export const severities = ['block', 'warn', 'note'] as const;

export const detectorId = z.enum(detectorIds);
export const severity = z.enum(severities).describe('block 不得发布；warn 应当处理；note 供参考');

export type DetectorId = z.infer<typeof detectorId>;
export type Severity = z.infer<typeof severity>;

/** What one finding says; offsets count UTF-16 units of the text that was given. */
export const finding = z.strictObject({
  detector: detectorId,
  kind: z.string().describe('问题种类，如 id-number'),
  severity,
  start: z.int().min(0).describe('起点，按 UTF-16 计'),
  end: z.int().min(0).describe('终点（不含），按 UTF-16 计'),
  text: z.string().describe('被标出的原文'),
  message: z.string().describe('说明；个人信息不在其中重复'),
  suggestion: z.string().optional().describe('建议改成的文字'),
  basis: z
    .strictObject({ source: z.string().optional(), article: z.string(), summary: z.string().optional() })
    .optional()
    .describe('依据'),
  confidence: z.number().min(0).max(1).optional(),
  exempted: z
    .strictObject({ ground: z.string(), reason: z.string() })
    .optional()
    .describe('作者声明的例外情形及理由'),
});

import { z } from 'zod';
import { day, id, line, lines } from '../kernel/wire.ts';
import { exceptions, formValues } from './wire-form.ts';
import { accountKey, accountMatter } from './wire-parts.ts';

/** An opening for a unit, or something about an account that is there. */
export const startFilingBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open'),
    hostUnitId: id,
    backfile: z.boolean().optional().describe('规定公布前已开设的账号补办备案'),
  }),
  z.strictObject({ kind: accountMatter, account: accountKey }),
]);

export const draftBody = z.strictObject({
  version: z.int().min(1),
  values: formValues.describe('整份表单；未填的不写或写 null'),
  exceptions: exceptions.optional(),
});
export const submitBody = z.strictObject({
  version: z.int().min(1),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('所见内容的摘要码；与现状不同则不提交'),
});
/** Takes a submission back before it is decided, or drops a draft. */
export const withdrawBody = z.strictObject({ version: z.int().min(1), reason: lines(1000).min(1) });

/** The account is open on its platform: what it is called there and since when. */
export const openedBody = z.strictObject({
  version: z.int().min(1),
  openedOn: day,
  url: line(500).optional(),
  platformUid: line(200),
  otherUid: line(200).optional().describe('平台给两个编号的，另一个'),
  handle: line(60).optional().describe('会变的账号名'),
  note: lines(1000).optional(),
});

/** What was filed has taken effect on the platform: since when, and what shows it. */
export const effectedBody = z.strictObject({
  version: z.int().min(1),
  effectOn: day,
  statementUrl: line(500).optional().describe('关停：平台上说明的网址；截图以 label=effect.evidence 先上传'),
  historyDeleted: z.boolean().optional().describe('注销：已连同历史信息一起删除'),
  note: lines(1000).optional(),
});

export const entryDoneBody = z.strictObject({
  version: z.int().min(1),
  enteredOn: day,
  number: line(100).optional(),
  note: lines(1000).optional(),
  fileId: id.optional().describe('先以 label=entry.<entryId> 上传的回执'),
});

import { z } from 'zod';

const range = { start: z.int().min(0), end: z.int().min(0) };

/** Where in a file a finding stands; what `start` and `end` count in differs by the kind of file. */
export const spot = z.discriminatedUnion('at', [
  z
    .strictObject({
      at: z.literal('text'),
      ...range,
      line: z.int().min(1).optional(),
      column: z.int().min(1).optional(),
    })
    .describe('纯文本：全文中的位置'),
  z
    .strictObject({
      at: z.literal('source'),
      ...range,
      line: z.int().min(1).optional(),
      column: z.int().min(1).optional(),
      attribute: z.string().optional(),
    })
    .describe('网页：源码中的位置，第几行第几字'),
  z
    .strictObject({
      at: z.literal('paragraph'),
      part: z.enum(['body', 'header', 'footer', 'footnote', 'endnote']),
      paragraph: z.int().min(1),
      run: z.int().min(1),
      ...range,
      cell: z
        .strictObject({ table: z.int().min(1), row: z.int().min(1), column: z.int().min(1) })
        .optional()
        .describe('所在表格的单元格：第几个表、第几行、第几列'),
    })
    .describe('Word：第几段、第几个文字片段，段内的位置；在表格里的，另有单元格'),
  z
    .strictObject({ at: z.literal('cell'), sheet: z.string(), cell: z.string(), ...range })
    .describe('表格：工作表、单元格，格内的位置'),
  z
    .strictObject({ at: z.literal('page'), page: z.int().min(1), ...range })
    .describe('PDF：第几页，页内的位置'),
]);
export type Spot = z.infer<typeof spot>;

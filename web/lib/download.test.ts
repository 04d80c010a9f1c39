import { expect, test } from 'vitest';
import { csvText } from './download.ts';

test('a csv is marked for Excel, quoted, and never a formula', () => {
  expect(
    csvText([
      ['姓名', '=1+1'],
      ['张"三"', 'a,b'],
    ]),
  ).toBe('\uFEFF"姓名","\'=1+1"\r\n"张""三""","a,b"');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctPaths, safeName } from './safe-name.ts';

test('a name cannot leave its folder, start a formula, name a device or turn the direction of writing', () => {
  expect(safeName('../../etc/passwd', 'x')).toBe('_.._etc_passwd');
  expect(safeName('..\\..\\win.ini', 'x')).toBe('_.._win.ini');
  expect(safeName('=HYPERLINK("x").pdf', 'x')).toBe('_=HYPERLINK(_x_).pdf');
  expect(safeName('+1.pdf', 'x')).toBe('_+1.pdf');
  expect(safeName('CON.pdf', 'x')).toBe('_CON.pdf');
  expect(safeName('许可证\u202efdp.exe', 'x')).toBe('许可证_fdp.exe');
  expect(safeName('...', 'file')).toBe('file');
  expect(safeName('', 'file')).toBe('file');
  expect(safeName('营业执照（副本）.pdf', 'x')).toBe('营业执照（副本）.pdf');
  expect(safeName(`${'长'.repeat(200)}.pdf`, 'x')).toHaveLength(80);
  expect(safeName(`${'长'.repeat(200)}.pdf`, 'x')).toMatch(/\.pdf$/);
});

test('whatever the name, it is one step of a path and not empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const safe = safeName(name, 'file');
      expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}]/u);
      expect(safe).not.toMatch(/^[.=+\-@]|^$|^\.\.?$/);
      expect([...safe].length).toBeLessThanOrEqual(82);
    }),
  );
});

test('names that differ in capitals only get different paths', () => {
  const path = distinctPaths();
  expect([path('材料', 'a.pdf'), path('材料', 'A.PDF'), path('材料', 'a.pdf'), path('', 'b')]).toEqual([
    '材料/a.pdf',
    '材料/A-2.PDF',
    '材料/a-3.pdf',
    'b',
  ]);
});

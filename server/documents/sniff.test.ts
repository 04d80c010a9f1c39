import { expect, test } from 'vitest';
import { relation, relations, wordFile, workbook, zipOf } from './hostile.test-data.ts';
import { allowedFiles, sniffFile } from './sniff.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n');
const PNG = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  Buffer.from('\0\0\0\rIHDR', 'latin1'),
]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]);
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100, 1)]);
const SHEET = '<row r="1"><c r="A1"><v>1</v></c></row>';

async function verdict(name: string, bytes: Buffer) {
  const sniffed = await sniffFile(name, bytes);
  return sniffed.ok ? sniffed.type : sniffed.reason;
}

test('files that are what their names say are taken', async () => {
  expect(await verdict('制度.pdf', PDF)).toBe('pdf');
  expect(await verdict('头像.PNG', PNG)).toBe('png');
  expect(await verdict('照片.jpeg', JPEG)).toBe('jpeg');
  expect(await verdict('照片.jpg', JPEG)).toBe('jpeg');
  expect(await verdict('申请.docx', await wordFile())).toBe('docx');
  expect(await verdict('名单.xlsx', await workbook(SHEET))).toBe('xlsx');
  expect(await verdict('公文.ofd', await zipOf([{ name: 'OFD.xml', content: '<ofd:OFD/>' }]))).toBe('ofd');
  expect(Object.keys(allowedFiles).sort()).toEqual(['docx', 'jpeg', 'ofd', 'pdf', 'png', 'xlsx']);
});

test('a renamed file is refused', async () => {
  for (const name of ['a.pdf', 'a.png', 'a.jpg', 'a.docx', 'a.xlsx', 'a.ofd']) {
    expect(await verdict(name, EXE)).toBe('content-mismatch');
  }
  expect(await verdict('a.docx', await workbook(SHEET))).toBe('content-mismatch');
  expect(await verdict('a.xlsx', await wordFile())).toBe('content-mismatch');
  expect(await verdict('a.ofd', await wordFile())).toBe('content-mismatch');
  expect(await verdict('a.pdf', Buffer.concat([EXE, PDF]))).toBe('content-mismatch');
  expect(await verdict('a.pdf', PDF.subarray(0, 12))).toBe('content-mismatch');
});

test('kinds that are not on the list and names that deceive are refused', async () => {
  for (const name of ['a.exe', 'a.docm', 'a.xlsm', 'a.doc', 'a.svg', 'a.html', 'a', 'a.pdf.exe']) {
    expect(await verdict(name, PDF), name).toBe('type-not-allowed');
  }
  for (const name of [
    '../a.pdf',
    'a\\b.pdf',
    'a\u0000.pdf',
    'fdp\u202e.pdf',
    'a.pdf ',
    `${'a'.repeat(300)}.pdf`,
  ]) {
    expect(await verdict(name, PDF), name).toBe('name-unsafe');
  }
});

test('empty files and files over 20 MB are refused', async () => {
  expect(await verdict('a.pdf', Buffer.alloc(0))).toBe('file-empty');
  expect(await verdict('a.pdf', Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]))).toBe('file-too-large');
  expect(await verdict('a.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe('legacy-or-encrypted');
});

test('macros and embedded programs are refused', async () => {
  const part = (name: string, content: Buffer) => ({ name, content });
  expect(await verdict('a.docx', await wordFile([part('word/vbaProject.bin', EXE)]))).toBe('macros');
  expect(await verdict('a.docx', await wordFile([part('word/activeX/activeX1.bin', EXE)]))).toBe('macros');
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);
  expect(await verdict('a.docx', await wordFile([part('word/embeddings/oleObject1.bin', ole)]))).toBe(
    'embedded-object',
  );
  expect(await verdict('a.docx', await wordFile([part('word/media/image1.png', EXE)]))).toBe(
    'embedded-object',
  );
  expect(await verdict('a.docx', await wordFile([part('word/media/image1.png', PNG)]))).toBe('docx');
});

test('a template fetched from elsewhere is refused, one on the author’s own disk is not', async () => {
  const template = (target: string) => ({
    name: 'word/_rels/settings.xml.rels',
    content: relations(relation('r1', 'attachedTemplate', target, 'TargetMode="External"')),
  });
  expect(await verdict('a.docx', await wordFile([template('http://evil.cn/x.dotm')]))).toBe('external-link');
  expect(await verdict('a.docx', await wordFile([template('file://\\\\evil\\x.dotm')]))).toBe(
    'external-link',
  );
  expect(await verdict('a.docx', await wordFile([template('file:///C:\\公文\\x.dotx')]))).toBe('docx');
});

test('an archive that unpacks to too much is refused for every kind of archive', async () => {
  const bomb = { name: 'x.xml', content: Buffer.alloc(8 * 1024 * 1024) };
  expect(await verdict('a.docx', await wordFile([bomb]))).toBe('archive-bomb');
  expect(await verdict('a.ofd', await zipOf([{ name: 'OFD.xml', content: '' }, bomb]))).toBe('archive-bomb');
});

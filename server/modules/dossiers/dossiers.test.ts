import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveWords } from '../../../contracts/dossiers/words.ts';
import { openArchive } from '../../documents/zip-archive.ts';
import { writeZip, type ZipPart } from '../../documents/zip-writer.ts';
import type { Actor } from '../../kernel/actor.ts';
import { verifyAudit } from '../../kernel/audit/verify.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { createWorld, PAPER, type World } from '../accounts/testing.ts';
import { describeConsolidation } from '../consolidation/index.ts';
import { describeLedger } from '../stewardship/index.ts';
import { attachToRecord, keepOn } from '../stewardship/testing.ts';
import { describeAccount } from './describe-account.ts';
import { describeFindings } from './describe-findings.ts';
import { dossierParts, fetchKeptFile, prepareDossier } from './export-dossier.ts';
import { verifyDossier } from './verify-dossier.ts';

const answers = {
  'account.platform': 'wechat',
  'account.subject': 'unit',
  'account.tied-to-duty': true,
  'account.name': '抚松教育',
  'account.certification': '抚松县教育局官方账号',
  'opening.reason': '群众多在手机上查政策，本单位需要一个权威的发布渠道',
  functions: '发布、解读、互动',
  contact: '王小明 0431-0000000',
};
const PARTS = [describeAccount, describeLedger, describeConsolidation, describeFindings];

let world: World;
let clerk: Actor;
let key: { jurisdiction: string; id: string };
let zip: Buffer;

beforeAll(async () => {
  world = await createWorld('2026-09-29');
  clerk = await world.actor('fs-jy', '经办人');
  const submitted = must(await world.submit(clerk, await world.draft('fs-jy', answers, ['duty-rules'])));
  must(await world.decide(await world.actor('fs-jy', '主要领导'), submitted));
  must(await world.decide(await world.actor('fs-zs', '主要领导'), submitted));
  const approved = must(await world.decide(await world.actor('bs-zs', '备案员'), submitted));
  await world.kernel.setNow('2026-10-09');
  key = { jurisdiction: approved.jurisdiction, id: approved.accountId ?? '' };
  const service = {
    kind: 'service',
    name: '学区查询',
    serviceKind: 'query',
    url: 'https://example.cn/xq',
    signOn: false,
    fromDay: '2026-10-09',
  };
  const kept = must(await keepOn(world.kernel, clerk, key, service));
  for (const name of ['=HYPERLINK(1).pdf', '说明.pdf', '说明.pdf'])
    must(await world.change(clerk, (ctx) => attachToRecord(ctx, kept, { name, content: PAPER })));
  zip = await exported(clerk);
});
afterAll(() => world.kernel.drop());

async function exported(who: Actor): Promise<Buffer> {
  const prepared = await world.ask(who, (ctx) => prepareDossier(ctx, PARTS, key));
  return buffer(
    writeZip(dossierParts(prepared, (file) => world.ask(who, (ctx) => fetchKeptFile(ctx, file)))),
  );
}

/** The archive written anew with some of its files changed, left out or added. */
async function tampered(change: (parts: Map<string, Buffer>) => void): Promise<readonly string[]> {
  const archive = openArchive(zip);
  const parts = new Map<string, Buffer>();
  for (const name of archive.names) parts.set(name, await archive.read(name));
  change(parts);
  const written: ZipPart[] = [...parts].map(([name, content]) => ({ name, content }));
  return (await verifyDossier(await buffer(writeZip(written)))).faults;
}

const edit = (content: Buffer | undefined, from: string, to: string) =>
  Buffer.from((content?.toString('utf8') ?? '').replace(from, to));

test('LZ-13a the dossier has all of an account: index, contents, trail, forms, papers and ledger, each with its digest', async () => {
  const { names } = openArchive(zip);
  expect(names).toEqual([
    archiveWords.index,
    archiveWords.record,
    archiveWords.trail,
    archiveWords.trailData,
    expect.stringMatching(/^03-备案表\/01-.*\.pdf$/),
    expect.stringMatching(/^03-备案表\/01-.*\.docx$/),
    '04-备案材料/duty-rules.pdf',
    '05-责任台账/办事服务/_=HYPERLINK(1).pdf',
    '05-责任台账/办事服务/说明.pdf',
    '05-责任台账/办事服务/说明-2.pdf',
    archiveWords.manifest,
  ]);
  const verdict = await verifyDossier(zip);
  expect(verdict).toMatchObject({ faults: [], files: 10, compared: false });
  expect(verdict.manifest?.account).toMatchObject({ name: '抚松教育', filingNumber: '220621-2026-0001' });
  expect(verdict.entries).toBeGreaterThan(10);
});

test('LZ-13a the contents tell identity, filings with decisions, notices, entries, clocks, ledger and findings', async () => {
  const archive = openArchive(zip);
  const record = JSON.parse((await archive.read(archiveWords.record)).toString('utf8'));
  const titles = record.sections.map(({ key: section }: { key: string }) => section);
  for (const expected of [
    'account',
    'identity',
    'particulars',
    'filings',
    'decisions',
    'notices',
    'entries',
    'clocks',
    'ledger-gaps',
    'ledger-service',
    'activity',
    'consolidation',
    'findings',
  ])
    expect(titles).toContain(expected);
  const decisions = record.sections.find(({ key: section }: { key: string }) => section === 'decisions');
  expect(decisions.rows.filter(([, , result]: string[]) => result === '同意')).toHaveLength(3);
});

test('a file that is changed, left out or added is named', async () => {
  const paper = '04-备案材料/duty-rules.pdf';
  expect(await tampered((parts) => parts.set(paper, Buffer.from('%PDF-1.4 other')))).toEqual([
    `文件被改动：${paper}`,
  ]);
  expect(await tampered((parts) => parts.delete(paper))).toEqual([`缺少文件：${paper}`]);
  expect(await tampered((parts) => parts.set('另外.pdf', PAPER))).toEqual(['多出文件：另外.pdf']);
  expect(await tampered((parts) => parts.delete(archiveWords.manifest))).toEqual([
    '没有 manifest.json，或内容不对',
  ]);
  expect((await verifyDossier(Buffer.from('PK nothing'))).faults).toEqual(['不是完整的 zip 文件']);
});

test('an entry of the trail that is changed is found even where the manifest was written anew to fit', async () => {
  const { createHash } = await import('node:crypto');
  const faults = await tampered((parts) => {
    const trail = edit(parts.get(archiveWords.trailData), 'filing.submit', 'filing.subm1t');
    const manifest = JSON.parse(parts.get(archiveWords.manifest)?.toString('utf8') ?? '');
    const listed = manifest.files.find(({ path }: { path: string }) => path === archiveWords.trailData);
    listed.bytes = trail.length;
    listed.sha256 = createHash('sha256').update(trail).digest('hex');
    parts.set(archiveWords.trailData, trail);
    parts.set(archiveWords.manifest, Buffer.from(JSON.stringify(manifest)));
  });
  expect(faults).toEqual([expect.stringMatching(/^审计记录第 \d+ 条的内容被改动$/)]);
});

test('heads kept outside are compared with the trail of the dossier', async () => {
  const { heads } = await world.ask(clerk, (ctx) => verifyAudit(ctx.tx));
  expect(await verifyDossier(zip, heads)).toMatchObject({ faults: [], compared: true });
  const other = heads.map((head) => ({ ...head, hash: 'a'.repeat(64) }));
  expect((await verifyDossier(zip, other)).faults).toEqual([
    expect.stringMatching(/^第 \d+ 条与以前另存的链头不符$/),
  ]);
});

test('a kept paper that is no longer what was taken in stops the export', async () => {
  const { owner } = world.kernel.database;
  await sql`update files set content = 'x' where label = 'duty-rules'`.execute(owner);
  await expect(exported(clerk)).rejects.toThrow('is not what was taken in');
});

test('whoever may not read the account gets no dossier', async () => {
  const stranger = await world.actor('fs-ws', '经办人');
  await expect(exported(stranger)).rejects.toThrow('forbidden');
  const far = await world.actor('qj-jt', '经办人');
  await expect(exported(far)).rejects.toThrow('not-found');
});

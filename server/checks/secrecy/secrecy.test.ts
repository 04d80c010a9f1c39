import { expect, test } from 'vitest';
import { checked, found } from '../testing.ts';

test.each([
  ['绝密★长期', 'level-mark 绝密★长期'],
  ['绝密★', 'level-mark 绝密★'],
  ['机密☆5年', 'level-mark 机密☆5年'],
  ['秘 密 ★ 10年', 'level-mark 秘 密 ★ 10年'],
  ['秘密*1年', 'level-mark 秘密*1年'],
  ['机密＊6个月', 'level-mark 机密＊6个月'],
  ['绝　密★', 'level-mark 绝　密★'],
  ['机密★一年', 'level-mark 机密★一年'],
  ['密级：机密', 'level-mark 密级：机密'],
  ['绝密★启用前', 'exam-mark 绝密★'],
  ['内部资料 注意保存', 'inner-mark 内部资料'],
  ['【内部文件】', 'inner-mark 内部文件'],
  ['内部资料，严禁外传', 'inner-mark 内部资料'],
  ['工作秘密', 'work-secret 工作秘密'],
  ['（此件不公开）', 'not-for-publication 此件不公开'],
  ['公开方式：不予公开', 'not-for-publication 公开方式：不予公开'],
  ['机密 5年', 'level-mark 机密 5年'],
  ['秘密（3年）', 'level-mark 秘密（3年）'],
  ['★机密', 'level-mark ★机密'],
  ['　　绝密·长期', 'level-mark 绝密·长期'],
  ['工作秘密★3年', 'level-mark 秘密★3年'],
  ['此件发至县团级', 'not-for-publication 此件发至'],
  ['此件不得登报、上网', 'not-for-publication 不得登报、上网'],
  ['（供领导参阅，请勿外传）', 'inner-mark 供领导参阅'],
  ['请勿外传', 'inner-mark 请勿外传'],
  ['【内部】全县信访形势分析', 'inner-mark 【内部】'],
])('QJ-17 a mark of secrecy: %s', (text, expected) => {
  expect(found('secrecy', text)).toEqual([expected]);
  expect(found('secrecy', `关于某事的通知\n${text}\n各单位：`)).toEqual([expected]);
});

test.each([
  '国家秘密分为绝密、机密、秘密三级。',
  '不得泄露工作秘密，不得扩散信访人要求保密的内容。',
  '遵守保密规定，保守国家秘密和商业秘密。',
  '**机密**的重要性',
  '机密性★★★',
  '密级：绝密、机密、秘密',
  '密级：',
  '编印内部资料性出版物应当取得准印证。',
  '禁止将内部文件外传。',
  '（此件公开发布）',
  '五星好评★★★★★',
  '机密5年内不得解密。',
  '秘密3年，机密10年，绝密20年',
  '机密',
  '该剧改编自小说《绝密★零号行动》。',
  '工作秘密\n是指机关单位在工作中产生的、不属于国家秘密的信息。',
  '【内部控制】',
  '这本书请勿外传给未成年人',
  '文件页眉的【内部】字样',
])('QJ-17 no mark: %s', (text) => {
  expect(found('secrecy', text)).toEqual([]);
});

test('FS-23 a level stops the publication, an internal mark wants a decision', () => {
  expect(checked('秘密★1年')).toMatchObject([{ severity: 'block' }]);
  expect(checked('工作秘密\n正文')).toMatchObject([{ severity: 'block' }]);
  const far = '一、国家秘密的范围。\n'.repeat(30);
  expect(checked(`${far}工作秘密\n机关产生的信息`)).toMatchObject([{ severity: 'warn' }]);
  expect(checked(`${far}　　　　　　　　工作秘密\n正文`)).toMatchObject([{ severity: 'block' }]);
  expect(checked('内部资料 注意保存')).toMatchObject([{ severity: 'warn' }]);
});

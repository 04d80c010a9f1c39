import { expect, test } from 'vitest';
import { createChecker } from '../../checker.ts';
import { advised } from '../../testing.ts';
import { numberOf, writtenLike } from './numerals.ts';

const checker = createChecker();
const found = (text: string) => advised(text, checker);

test.each([
  ['满意率：101%', 'percent-over-100 warn 101%'],
  ['森林覆盖率达120.5 %。', 'percent-over-100 warn 120.5 %'],
  ['覆盖率１２０％', 'percent-over-100 warn １２０％'],
  ['占全县总户数的120%。', 'percent-over-100 warn 120%'],
  ['覆盖率达到百分之一百二十。', 'percent-over-100 warn 百分之一百二十'],
  ['补贴资金12.5亿元元。', 'unit-slip warn 亿元元 亿元'],
  ['补助3万元元。', 'unit-slip warn 万元元 万元'],
  ['全长12公里里。', 'unit-slip warn 公里里 公里'],
  ['增长8%%。', 'unit-slip warn %% %'],
  ['面积3.2万平方平方米。', 'unit-slip warn 万平方平方米 万平方米'],
  ['发放宣传单500余份份。', 'unit-slip warn 余份份 余份'],
  ['总投资3亿万元。', 'unit-slip warn 亿万元'],
  ['服务30.2万亿人。', 'unit-slip note 万亿人'],
  ['成本下降了2倍。', 'fall-by-times note 下降了2倍'],
  ['事故起数减少1.5倍。', 'fall-by-times note 减少1.5倍'],
  ['参会人员约100余人。', 'roughly-twice note 约100余'],
  ['大约30名左右。', 'roughly-twice note 大约30名左右'],
  ['至少50人以上。', 'limit-twice note 至少50人以上'],
  ['最多3天以内。', 'limit-twice note 最多3天以内'],
])('wording, figures found: %s', (text, finding) => {
  expect(found(text)).toEqual([finding]);
});

test.each([
  '拨备覆盖率达到215.6%，流动性覆盖率为150.4%。',
  '毛入学率达到103.5%，移动电话普及率达到128.6%。',
  '资金到位率102.3%，完成率103%，任务完成率达到112%。',
  '债务占国内生产总值的120%，同比增长120%，债务率108%。',
  '提高到原价的百分之一百二十，覆盖率达到百分之一百。',
  '总投资12.5亿元，3万亩亩均增收，每年年均增长，人人有责，份份额相等。',
  '增长2倍，下降20%，减少到一半；由3倍降到2倍。',
  '约100人，100余人，至少50人，50人以上，至少2名5年以上经验的。',
  '有13.9万亿斤粮食、3.2万亿元资金。',
])('wording, figures left alone: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ['人民币叁拾万元整（¥30,000.00）', true],
  ['合计30000元（大写：叁拾万元整）', true],
  ['人民币壹佰贰拾叁元肆角伍分（小写：¥123.54）', true],
  ['人民币叁拾万元整（¥300,000.00）', false],
  ['人民币叁拾万元整（30万元）', false],
  ['合计30000元（大写：叁万元整）', false],
  ['人民币壹佰零伍元肆角伍分（¥105.45）', false],
  ['人民币壹亿贰仟万元整（¥1.2亿元）', false],
  ['大写：叁拾万元整，小写：30000元', true],
  ['全市生产总值突破2万亿元，2026年增长5%。', false],
  ['工程款伍万元，3个月内付清。', false],
  ['每本壹佰元，2本起订。', false],
  ['伍万元（2025年）', false],
])('wording, amounts in capitals and figures: %s', (text, isWrong) => {
  expect(found(text).map((one) => one.split(' ')[0])).toEqual(isWrong ? ['amount-mismatch'] : []);
});

test.each([
  ['清政办发[2026]12号', '[2026]12号', '〔2026〕12号'],
  ['清政办发（2026）12号', '（2026）12号', '〔2026〕12号'],
  ['清政办发【2026】12号', '【2026】12号', '〔2026〕12号'],
  ['清政办发〔26〕12号', '〔26〕12号', '〔2026〕12号'],
  ['清政办发〔2026〕012号', '〔2026〕012号', '〔2026〕12号'],
  ['清政办发〔2026〕第12号', '〔2026〕第12号', '〔2026〕12号'],
  ['清政函［２０２６］３号', '［２０２６］３号', '〔2026〕3号'],
  ['清市监处字(2026)第003号', '(2026)第003号', '〔2026〕第003号'],
])('GB/T 9704-2012 7.2.5, a document number not as laid down: %s', (text, marked, right) => {
  expect(found(`现将${text}文件印发给你们。`)).toEqual([`document-number warn ${marked} ${right}`]);
});

test.each([
  '清政办发〔2026〕12号、国办函〔2025〕101号、清政字〔2026〕3号。',
  '（2026）吉0621民初1234号民事判决书，审图号GS（2026）1234号、GS京（2026）0123号。',
  '清市监处字〔2026〕第003号。',
  '国发[1993]12号文件印发之前。',
  '已印发（2026）年度计划，出发（10）人。',
])('GB/T 9704-2012 7.2.5, left alone: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('numbers in Chinese characters are read, and written as their neighbours are', () => {
  expect(
    ['十', '十二', '二十', '一百零五', '二〇二六', '一千二百万', '一亿二千万', '7'].map(numberOf),
  ).toEqual([10, 12, 20, 105, 2026, 12_000_000, 120_000_000, 7]);
  expect([writtenLike(12, '三'), writtenLike(20, '十'), writtenLike(9, '3')]).toEqual(['十二', '二十', '9']);
});

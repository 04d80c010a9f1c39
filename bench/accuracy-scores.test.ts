import { expect, test } from 'vitest';
import { applyChanges, findingsIn, scoresOf } from './accuracy-scores.ts';

test('sentence and character scores follow their definitions', () => {
  const scores = scoresOf([
    { wrong: '人民很行', right: '人民银行', left: '人民银行' }, // found and right
    { wrong: '屡行义务', right: '履行义务', left: '旅行义务' }, // found, wrongly corrected
    { wrong: '本低区', right: '本地区', left: '本低区' }, // missed
    { wrong: '依法治国', right: '依法治国', left: '依法制国' }, // false alarm
    { wrong: '全面部署', right: '全面部署', left: '全面部署' },
  ]);
  expect(scores).toMatchObject({ sentences: 5, withMistakes: 3 });
  expect(scores.sentenceDetection).toMatchObject({ precision: 2 / 3, recall: 2 / 3 });
  expect(scores.sentenceCorrection).toMatchObject({ precision: 1 / 3, recall: 1 / 3 });
  expect(scores.characterDetection).toMatchObject({ precision: 2 / 3, recall: 2 / 3 });
  expect(scores.characterCorrection).toMatchObject({ precision: 1 / 3, recall: 1 / 3 });
});

test('changes side by side are one finding; those not asserted count only among all', () => {
  const changes = [
    { at: 2, meant: '采', isSure: true },
    { at: 3, meant: '购', isSure: true },
    { at: 9, meant: '履', isSure: false },
  ];
  expect(findingsIn(changes, 'asserted')).toBe(1);
  expect(findingsIn(changes, 'all')).toBe(2);
  expect(applyChanges('政府菜狗活动依法屡行', changes, 'asserted')).toBe('政府采购活动依法屡行');
});

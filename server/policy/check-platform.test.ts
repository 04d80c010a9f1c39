import { expect, test } from 'vitest';
import { packText, places, problemsOf, recordText } from './sample-pack.test-data.ts';

const faults: [name: string, rules: string, reason: RegExp, path: string][] = [
  [
    'a platform switched off that nobody declares',
    recordText('platforms', '[{id: weibo, approved: false}]'),
    /没有平台 weibo/,
    '[0].value[0]',
  ],
  [
    'a platform whose example is written wrongly',
    recordText(
      'platforms',
      '[{id: w, name: 微信, approved: true, kind: account, idLabel: biz, ids: [{id: biz, label: biz, formats: [{chars: hex, min: 4, max: 4}], example: xyz}], urls: [{hosts: [w.cn], path: "/{biz}"}]}]',
    ),
    /例子不符合/,
    '[0].value[0].ids[0].example',
  ],
  [
    'a link that leads to an identifier the platform has not',
    recordText(
      'platforms',
      '[{id: w, name: 微信, approved: true, kind: account, idLabel: biz, ids: [{id: biz, label: biz, formats: [{chars: hex, min: 4, max: 4}], example: 12ab}], urls: [{hosts: [w.cn], path: "/{uid}"}]}]',
    ),
    /没有编号 uid/,
    '[0].value[0].urls[0]',
  ],
  [
    'a link in which nothing is named',
    recordText(
      'platforms',
      '[{id: w, name: 微信, approved: true, kind: account, idLabel: biz, ids: [{id: biz, label: biz, formats: [{chars: hex, min: 4, max: 4}], example: 12ab}], urls: [{hosts: [w.cn], path: /home}]}]',
    ),
    /没有编号/,
    '[0].value[0].urls[0]',
  ],
  [
    'a link with a pattern in the middle of a part',
    recordText(
      'platforms',
      '[{id: w, name: 微信, approved: true, kind: account, idLabel: biz, ids: [{id: biz, label: biz, formats: [{chars: hex, min: 4, max: 4}], example: 12ab}], urls: [{hosts: [w.cn], path: "/a*b/{biz}"}]}]',
    ),
    /路径以/,
    '[0].value[0].urls[0].path',
  ],
];

test.each(faults)('%s is refused at its place', (_name, rules, reason, path) => {
  const problems = problemsOf(packText({ id: 'county', jurisdiction: places.county, rules }));
  expect(problems).toHaveLength(1);
  expect(problems[0]?.reason).toMatch(reason);
  expect(problems[0]?.path).toBe(path);
});

test('a platform that says nothing of its identifiers stands', () => {
  const rules = recordText(
    'platforms',
    '[{id: own, name: 本地论坛, approved: true, kind: account, idLabel: 用户编号}]',
  );
  expect(problemsOf(packText({ id: 'county', jurisdiction: places.county, rules }))).toEqual([]);
});

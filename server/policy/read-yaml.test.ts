import { expect, test } from 'vitest';
import { readYaml } from './read-yaml.ts';

test.each([
  ['a colon without its space', 'a: 1\nb:2\n', 2],
  ['an open bracket', 'a: [1, 2\n', 2],
  ['one key twice', 'a: 1\na: 2\n', 2],
  ['a tab as indent', 'a:\n\tb: 1\n', 2],
  ['two documents', 'a: 1\n---\nb: 2\n', 2],
  ['a tag of JavaScript', 'a: !!js/function "x"\n', 1],
  ['a local tag', 'a: !thing {b: 1}\n', 1],
  ['a core tag', 'a: !!str 1\n', 1],
])('%s is a syntax problem with its line', (_name, text, line) => {
  const { yaml, problems } = readYaml('f.yaml', text);
  expect(yaml).toBeUndefined();
  expect(problems[0]).toMatchObject({ file: 'f.yaml', line });
  expect(problems[0]?.reason).toMatch(/[\u4e00-\u9fff]/);
});

test.each([
  ['a Chinese colon', '- id：update.interval\n  from: 2022-10-11\n', /英文（半角）/],
  ['a tab', '- id: a\n\tfrom: b\n', /缩进只用空格/],
])('%s is named once, with its remedy', (_name, text, hint) => {
  const { problems } = readYaml('f.yaml', text);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.hint).toMatch(hint);
});

test('an alias bomb is refused before it unfolds', () => {
  const levels = Array.from(
    { length: 9 },
    (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`,
  );
  const { yaml, problems } = readYaml('f.yaml', `l0: &l0 [x]\n${levels.join('\n')}\n`);
  expect(yaml).toBeUndefined();
  expect(problems[0]?.reason).toContain('引用');
});

test('an oversize file is refused', () => {
  expect(readYaml('f.yaml', `a: ${'长'.repeat(600_000)}`).problems[0]?.reason).toContain('文件过大');
});

test('days stay text, lines are known', () => {
  const { yaml } = readYaml('f.yaml', '- from: 2020-07-29\n- value:\n    n: 3\n');
  expect(yaml?.data).toEqual([{ from: '2020-07-29' }, { value: { n: 3 } }]);
  expect(yaml?.lineOf([1, 'value', 'n'])).toBe(3);
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ApiProblem } from '../lib/problem.ts';
import { Refusal } from './refusal.tsx';

const basis = {
  pack: 'fusong-county',
  source: 'measures',
  sourceTitle: '抚松县政务新媒体管理办法',
  article: '第13条',
  summary: '同一平台原则上只开一个账号',
  jurisdiction: '220621',
  jurisdictionName: '抚松县',
  from: '2021-01-01',
};

test('each problem links to its field and carries its basis', () => {
  const error = new ApiProblem(422, '不符合规定', '有 1 处', [
    { code: 'one-per-platform', field: 'account.platform', message: '该平台已有账号。', basis: [basis] },
  ]);
  const html = renderToStaticMarkup(<Refusal error={error} fieldId={(field) => `field-${field}`} />);
  expect(html).toContain('role="alert"');
  expect(html).toContain('有 1 处需要改正');
  expect(html).toContain('href="#field-account.platform"');
  expect(html).toContain('依据 第13条');
});

test('a refusal without fields says its one sentence, and nothing is shown without a refusal', () => {
  const html = renderToStaticMarkup(<Refusal error={new ApiProblem(409, '冲突', '已被他人修改。')} />);
  expect(html).toContain('已被他人修改。');
  expect(renderToStaticMarkup(<Refusal error={null} />)).toBe('');
});

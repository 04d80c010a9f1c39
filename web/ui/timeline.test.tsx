import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Timeline } from './timeline.tsx';

test('the current step, who holds it and what was decided before are plain', () => {
  const html = renderToStaticMarkup(
    <Timeline
      entries={[
        {
          id: '1',
          title: '主办单位意见',
          state: 'done',
          verdict: { text: '同意', tone: 'done' },
          who: '王丽',
          at: '2026-09-21T02:00:00Z',
          revision: 1,
          sealed: true,
          opinion: '请做好审核。',
        },
        { id: '2', title: '县级审批', state: 'current', who: '赵强', vacantPost: '主要领导' },
      ]}
    />,
  );
  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
  expect(html).toContain('2026年9月21日 10:00 · 第 1 稿 · 已用印');
  expect(html).toContain('请做好审核。');
  expect(html).toContain('现由 赵强 办理');
  expect(html).toContain('主要领导岗位空缺，须先补任职');
});

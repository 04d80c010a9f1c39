import type { ProblemWords } from '../kernel/problem-words.ts';

export const relayWords: ProblemWords = {
  'accounts.relay-not-waiting': ({ title }) =>
    `“${String(title)}”现在不在您的转报环节，可能已被他人办理或已撤回，请刷新后重新选择。`,
  'accounts.relay-two-units': '一次只能报送同一个园区汇总的备案，请分开报送。',
  'accounts.relay-unsealed': '转报须由园区用印，请确认已用印。',
};

export const relayActions: Readonly<Record<string, string>> = { 'filings.relayed': '园区汇总报送备案' };

export const relayText = {
  list: '等候转报的备案和以往的报送',
  relay: '园区汇总报送',
  print: '报送清单（PDF）',
  fileName: (unit: string, number: number) => `${unit}备案报送清单第${number}批.pdf`,
  title: '政务新媒体备案报送清单',
  subtitle: (unit: string, number: number) => `${unit} 第${number}批`,
  facts: { unit: '报送单位', on: '报送日期', by: '经办', note: '说明', count: '件数' },
  sectionFacts: '报送情况',
  sectionItems: '报送的备案',
  columns: ['序号', '主办单位', '事项', '内容摘要码'],
} as const;

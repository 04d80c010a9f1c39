import type { ProblemWords } from '../kernel/problem-words.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

interface Written {
  readonly label: string;
  readonly example: string;
  readonly where?: string | undefined;
}

const written = (ids: readonly Written[]): string =>
  ids.map(({ label, example }) => `${label}如 ${example}`).join('；');

/** What the forms ask about identifiers. */
export const identityFields = {
  type: '账号类型',
  otherUid: '另一个平台编号',
  otherUidHint: (labels: readonly string[]) =>
    `平台给了不止一个编号的，把另一个也填上（${labels.join('、')}）。`,
  handleHint: (example: string) => `会变的账号名，只用来查找，例如 ${example}。`,
  uidExamples: (ids: readonly Written[]) => {
    const where = ids.find((id) => id.where)?.where;
    return `${written(ids)}${where ? `；见${where}` : ''}。`;
  },
} as const;

/** Sentences of what can be wrong with an identifier. */
export const identityWordsOfAccounts: ProblemWords = {
  'accounts.uid-format': ({ platform, label, examples }) =>
    `${text(platform)}的${text(label)}写法不对，应写成：${written(examples as Written[])}。`,
  'accounts.uid-found': ({ platform, label, found }) =>
    `${text(platform)}的${text(label)}请只填编号本身：${text(found)}。`,
  'accounts.uid-twice': ({ label }) => `两个编号是同一种，只能填一个；另一栏请填${text(label)}以外的编号。`,
  'accounts.handle-format': ({ label, example }) => `${text(label)}写法不对，应写成例如 ${text(example)}。`,
};

export const resolveRoute = '辨认链接或名称是不是登记的官方账号（公开）';

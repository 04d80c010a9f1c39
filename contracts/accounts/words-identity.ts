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
  type: (labels: readonly string[]) => `类型（${labels.join('、')}）`,
  otherUid: '另一个平台编号',
  handle: '账号名（平台号）',
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

/** What is answered to somebody who asks whether a link or a name is an official account's. */
export const verdictSentences: Readonly<Record<string, string>> = {
  official: '是登记的官方账号。',
  ended: '曾是登记的官方账号，现已关停或注销。',
  former: '这个账号名、地址或名称以前属于登记的官方账号，现在已经不是；请以登记的账号为准。',
  'same-name': '有登记的官方账号叫这个名称。名称相同不等于就是同一个账号，最好用链接再查一次。',
  none: '没有登记为官方账号。',
  'short-link': '这是短链接，看不出通向哪里。请先打开它，再把地址栏里的完整地址贴过来。',
  'several-links': '这里有几个不同的链接，请一次只查一个。',
  'content-link': '这是一篇内容的链接，看不出是哪个账号。请打开账号主页，复制主页的地址。',
  'no-account': '这个页面不是某个账号的主页。请打开账号主页，复制主页的地址。',
  'nothing-asked': '请写下链接或账号名称。',
};

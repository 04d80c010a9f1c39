/** Faults of a lexicon that no schema can tell, with what to do about them. */
export type LexiconFault =
  | { readonly code: 'unknown-source'; readonly source: string }
  | { readonly code: 'doubled'; readonly term: string; readonly line: number }
  | { readonly code: 'right-is-term'; readonly term: string }
  | { readonly code: 'except-without-term'; readonly term: string; readonly word: string }
  | { readonly code: 'days-reversed'; readonly from: string; readonly to: string }
  | { readonly code: 'unused-source'; readonly source: string }
  | { readonly code: 'right-missing'; readonly term: string }
  | { readonly code: 'term-unseen'; readonly term: string }
  | { readonly code: 'kind-unknown'; readonly kind: string; readonly kinds: string };

/** Reason and hint for a fault. */
export function lexiconFaultText(fault: LexiconFault): { reason: string; hint?: string } {
  switch (fault.code) {
    case 'unknown-source':
      return { reason: `没有来源 ${fault.source}`, hint: '先在 sources 里写明这个来源的编号和名称' };
    case 'doubled':
      return { reason: `词条“${fault.term}”与第${fault.line}行重复`, hint: '同一时段内一个词只写一次' };
    case 'right-is-term':
      return { reason: `“${fault.term}”的正确写法与错误写法相同` };
    case 'except-without-term':
      return {
        reason: `例外“${fault.word}”里没有词条“${fault.term}”`,
        hint: 'except 写包含这个词的更长的正确词语',
      };
    case 'days-reversed':
      return { reason: `起止日期颠倒：${fault.from} 至 ${fault.to}` };
    case 'unused-source':
      return { reason: `来源 ${fault.source} 没有词条使用`, hint: '删去，或检查词条的 source 是否写错' };
    case 'right-missing':
      return { reason: `“${fault.term}”没有写正确的写法`, hint: '这类词条必须写 right' };
    case 'term-unseen':
      return { reason: `词条“${fault.term}”里只有看不见的字符`, hint: '重新输入这个词' };
    case 'kind-unknown':
      return { reason: `不认识的种类 ${fault.kind}`, hint: `这个检查可以写：${fault.kinds}` };
  }
}

/** What the schema itself refuses. */
export const lexiconWords = {
  version: '版本写成 "2026.1" 的样式，要加引号',
  term: '词条须为1至60个字，首尾不能有空格',
  id: '编号只用小写字母、数字和短横线',
  day: '日期要写成 YYYY-MM-DD，例如 2026-09-01',
  wholeFile: '整个文件应当是一组“键: 值”：id、title、version、detector、sources、entries',
} as const;

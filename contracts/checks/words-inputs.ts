import type { Spot } from './spot.ts';

type Facts = Readonly<Record<string, string | number>>;
type Sentence = string | ((facts: Facts) => string);

/** What the check did not see in a file, or had to leave out. */
const unobservedWords: Readonly<Record<string, Sentence>> = {
  picture: ({ name, count }) =>
    `${name === undefined ? `${count} 幅图片` : `图片“${name}”`}：只识读其中的二维码，其余内容未检查，请人工查看。`,
  'picture-unreadable': ({ name }) => `图片“${name}”过大、已损坏或格式不支持，未检查。`,
  macros: '文件含有宏：没有运行，也没有检查宏里的内容，只检查正文。',
  embedded: ({ count }) => `文件中嵌有 ${count} 个对象（如附带的表格或程序），其内容未检查。`,
  comments: '文件带有批注，批注未检查；发布前请删除。',
  revisions: '文件带有修订痕迹：按接受修订后的文字检查；发布前请接受或拒绝全部修订。',
  'hidden-sheet': ({ name }) => `工作表“${name}”是隐藏的，也已检查。`,
  encoding: ({ encoding }) => `文件编码是 ${encoding}，已按此读取。`,
  'bytes-lost': '文件中有不能识别的字节，以“\ufffd”代替。',
  'page-without-text': ({ page }) => `第 ${page} 页没有可读的文字（可能是扫描件），未检查。`,
  'page-unreadable': ({ page }) => `第 ${page} 页已损坏，未检查。`,
};

/** Why a file cannot be checked, and what to do. */
const refusedWords: Readonly<Record<string, Sentence>> = {
  'file-empty': '文件是空的。',
  'file-too-large': '文件太大，请拆分后再检查。',
  'legacy-or-encrypted':
    '文件设有密码，或是旧版格式（.doc、.xls）。请去除密码，另存为 .docx 或 .xlsx 后再检查。',
  'content-mismatch': '文件内容与其扩展名不符，无法读取。',
  'type-not-allowed': '不支持这种文件。可检查纯文本、网页、Word（.docx）、Excel（.xlsx）、CSV、PDF 和图片。',
  'archive-malformed': '文件已损坏，无法打开。',
  'archive-encrypted': '文件设有密码，请去除密码后再检查。',
  'archive-bomb': '文件解压后过大，为保护系统没有打开。',
  'too-many-entries': '文件内部的部件过多，为保护系统没有打开。',
  'too-many-rows': ({ limit }) => `表格超过 ${limit} 行，请拆分后再检查。`,
  'too-many-columns': ({ limit }) => `表格超过 ${limit} 列，请拆分后再检查。`,
  'too-many-pages': ({ count }) => `文件有 ${count} 页，太长，请拆分后再检查。`,
  'not-text': '文件不是文字文件，也不是支持的文档格式，无法检查。',
  'pdf-broken': 'PDF 文件已损坏，无法打开。',
  'too-slow': '文件过于复杂，在限定时间内没有读完。',
};

function sentence(words: Readonly<Record<string, Sentence>>, code: string, facts: Facts): string {
  const word = words[code];
  return typeof word === 'function' ? word(facts) : (word ?? code);
}

/** The Chinese sentence for what was not observed. */
export function unobservedSentence(code: string, facts: Facts = {}): string {
  return sentence(unobservedWords, code, facts);
}

/** The Chinese sentence for a file that is refused. */
export function refusedSentence(code: string, facts: Facts = {}): string {
  return sentence(refusedWords, code, facts);
}

const PARTS = {
  body: '',
  header: '页眉',
  footer: '页脚',
  footnote: '脚注',
  endnote: '尾注',
} as const;

/** Spots kept before lines were told have none. */
function sourcePlace({ line, column, start }: Extract<Spot, { at: 'source' }>): string {
  return line === undefined ? `第 ${start + 1} 字` : `第 ${line} 行第 ${column} 字`;
}

/** Where a finding stands, as a reader would look for it; offsets are left to programs. */
export function spotSentence(spot: Spot): string {
  switch (spot.at) {
    case 'text':
      return `第 ${spot.start + 1} 字`;
    case 'source':
      return `源码${sourcePlace(spot)}${spot.attribute === undefined ? '' : `（${spot.attribute} 属性）`}`;
    case 'paragraph': {
      const { part, paragraph, start, cell } = spot;
      const place = cell ? `表${cell.table}第${cell.row}行第${cell.column}列` : `第 ${paragraph} 段`;
      return `${PARTS[part]}${place}第 ${start + 1} 字`;
    }
    case 'cell':
      return `${spot.sheet === '' ? '' : `“${spot.sheet}”`}${spot.cell} 单元格`;
    case 'page':
      return `第 ${spot.page} 页`;
  }
}

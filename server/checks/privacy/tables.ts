import { isLineBreak } from '../characters.ts';
import type { Cue, Prepared, Raw } from '../finding.ts';
import { foldedText, lineAround, rawAt, type Span } from '../place.ts';
import type { FoldedText } from '../text/index.ts';

export const TABLE_CUES: readonly Cue[] = [{ kind: 'person-column', terms: ['姓名', '户主', '申请人'] }];

const LONGEST_LINE = 600;
const MOST_ROWS = 5_000;
/** Subheadings one under the other that do not end a sheet's table. */
const MOST_SUBHEADINGS = 3;
const MASKED = /[*×●○■]|某|xx|[x]{2}/;
const PERSON = /^(?:姓名|户主|户主姓名|申请人|申请人姓名|家庭成员姓名?|学生姓名|患者姓名|保障对象|人员姓名)$/;
/** Columns that say something of a person's life; the first that fits names the column. */
const PRIVATE =
  /身份证|证件号|联系方式|电话|手机|住址|家庭地址|居住地|银行|卡号|账号|帐号|残疾|病种|病情|疾病|健康|家庭人口|家庭成员|人均收入|年收入|月收入|致贫原因|返贫|困难原因|婚姻|民族宗教|出生/;

/** Tables of households: a column of full names beside columns of private life, with at least one filled row. */
export function findTables(doc: Prepared): Raw[] {
  const { folded } = doc;
  const found: Raw[] = [];
  let read = 0;
  for (const hit of doc.hitsOf('privacy')) {
    if (hit.entry.kind !== 'person-column' || hit.from < read) continue;
    const line = lineAround(folded, hit, LONGEST_LINE);
    const header = cellsOf(foldedText(folded, line.from, line.to));
    const person = header.findIndex((cell) => PERSON.test(cell));
    const columns = header.flatMap((cell, place) => (cell.length <= 16 && PRIVATE.test(cell) ? [place] : []));
    read = line.to;
    if (person < 0 || columns.length === 0 || header.length < 2) continue;
    const { filled, end } = readRows(folded, line.to, {
      person,
      columns,
      width: header.length,
      isSheet: foldedText(folded, line.from, line.to).includes('\t'),
    });
    read = end;
    if (filled === 0) continue;
    found.push(rawAt(doc, line, 'household-table', 'warn', { facts: { rows: filled } }));
  }
  return found;
}

interface Columns {
  readonly person: number;
  readonly columns: readonly number[];
  readonly width: number;
  /** Columns parted by tabs, where empty cells at the end are left out and subheadings stand alone. */
  readonly isSheet: boolean;
}

/** How many rows below a header name somebody in full and fill a private column; and where the table ends. */
function readRows(folded: FoldedText, from: number, { person, columns, width, isSheet }: Columns) {
  let filled = 0;
  let end = from;
  let alone = 0;
  for (let row = 0; row < MOST_ROWS; row += 1) {
    const line = nextLine(folded, end);
    if (!line) break;
    const cells = cellsOf(foldedText(folded, line.from, Math.min(line.to, line.from + LONGEST_LINE)), width);
    alone = cells.length < 2 ? alone + 1 : 0;
    const least = isSheet ? 2 : width - 1;
    if (alone > (isSheet ? MOST_SUBHEADINGS : 0) || cells.length > width + 1) break;
    if (alone === 0 && cells.length < least) break;
    end = line.to;
    const name = cells[person] ?? '';
    const isNamed = /^[一-鿿·]{2,12}$/.test(name) && !MASKED.test(name);
    if (isNamed && columns.some((place) => isFilled(cells[place] ?? ''))) filled += 1;
  }
  return { filled, end };
}

function isFilled(cell: string): boolean {
  return cell !== '' && !/^[-/—无]+$/.test(cell) && !MASKED.test(cell);
}

/** The next line after a place that ends a line, or undefined at the end of the text. */
function nextLine({ units, length }: FoldedText, at: number): Span | undefined {
  let from = at;
  if (units[from] === 13 && units[from + 1] === 10) from += 2;
  else if (from < length && isLineBreak(units[from] ?? 0)) from += 1;
  if (from === at || from >= length) return undefined;
  let to = from;
  while (to < length && !isLineBreak(units[to] ?? 0)) to += 1;
  return { from, to };
}

/** The cells of a line; a row whose single blanks part it into as many cells as the header has is parted by them. */
function cellsOf(line: string, width = 0): string[] {
  const trimmed = line
    .replace(/^ *\|/, '')
    .replace(/\| *$/, '')
    .replace(/^[ \u3000]{1,20}/, '')
    .replace(/\s{1,600}$/, '');
  const separator = separatorOf(trimmed);
  const byBlanks = typeof separator === 'string' ? [] : trimmed.split(/ +/);
  const cells = width > 0 && byBlanks.length === width ? byBlanks : trimmed.split(separator);
  return cells.map((cell) => cell.replaceAll(' ', ''));
}

/** Tabs, bars, commas, wide gaps; single blanks where nothing else parts the line. */
function separatorOf(line: string): string | RegExp {
  if (line.includes('\t')) return '\t';
  if (line.includes('|')) return '|';
  if (/[,，]/.test(line)) return /[,，]/;
  return / {2}/.test(line) ? / {2,}/ : ' ';
}

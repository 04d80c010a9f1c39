import { isAlphanumeric, isLetter } from '../characters.ts';
import type { Prepared, Raw } from '../finding.ts';
import { after, before, lineAround, rawAt, type Span } from '../place.ts';
import type { FoldedText } from '../text/index.ts';
import { labelOf } from './labels.ts';
import { namesIn } from './person-names.ts';

const LONGEST_NAME = 64;
const LONGEST_DOMAIN = 253;
const OFFICE_LABEL =
  /(?:投稿|举报|监督|报名|单位|办公|征求意见|意见|反馈|咨询|受理|公共|官方|投诉|服务|工作|联系|来信|公开|报送|应聘|招聘|电子)(?:电子)?(?:邮箱|信箱|邮件|地址|邮箱地址)$/;

/** （投稿） behind an address. */
const FOR_POST = /^ ?[(（](?:投稿|报名|举报|监督|应聘|反馈|咨询|来信|公开|官方)/;
/** An office, by what its name ends with. */
const OFFICE =
  /[一-龥]{2}(?:[部局委科处股室站所院校厅]|中心|办公室|委员会|人民政府|居委会|村委会)(?=[\s,，:：;；(（]|联系|电话|邮箱)/;
const LINE = 80;

/** E-mail addresses; those of government domains and of the unit's own `domains` are public. */
export function findMail(doc: Prepared, domains: readonly string[]): Raw[] {
  const { units, length } = doc.folded;
  const found: Raw[] = [];
  let last = 0;
  for (const at of doc.landmarks.at) {
    let from = at;
    while (from > last && at - from < LONGEST_NAME && isNamePart(units[from - 1] ?? 0)) from -= 1;
    while (from < at && !isAlphanumeric(units[from] ?? 0)) from += 1;
    const to = endOfDomain(units, at + 1, length);
    if (from === at || to === at + 1) continue;
    last = to;
    const domain = String.fromCharCode(...units.subarray(at + 1, to));
    if (isOfficial(domain, domains)) continue;
    const isOffice = isOfOffice(doc.folded, { from, to });
    found.push(rawAt(doc, { from, to }, 'e-mail', isOffice ? 'note' : 'warn'));
  }
  return found;
}

/** Named as an office's, before or behind; or on the line of an office (组织二科　电话…，邮箱…) that names nobody. */
function isOfOffice(folded: FoldedText, { from, to }: Span): boolean {
  if (OFFICE_LABEL.test(labelOf(before(folded, from, 14))) || FOR_POST.test(after(folded, to, 8)))
    return true;
  const line = { from: lineAround(folded, { from, to }, LINE).from, to: from };
  return OFFICE.test(before(folded, from, from - line.from)) && namesIn(folded, line).length === 0;
}

function isNamePart(unit: number): boolean {
  return (
    isAlphanumeric(unit) || unit === 0x2e || unit === 0x5f || unit === 0x2d || unit === 0x2b || unit === 0x25
  );
}

/** Where the domain ends that starts here: labels with points between, the last of letters; else `from`. */
function endOfDomain(units: Uint16Array, from: number, length: number): number {
  let to = from;
  let label = from;
  let end = from;
  while (to < length && to - from < LONGEST_DOMAIN) {
    const unit = units[to] ?? 0;
    if (unit === 0x2e) {
      if (to === label) break;
      label = to + 1;
    } else if (!isAlphanumeric(unit) && unit !== 0x2d) break;
    to += 1;
    if (label > from && to - label >= 2 && isLetter(units[label] ?? 0)) end = to;
  }
  return end;
}

function isOfficial(domain: string, domains: readonly string[]): boolean {
  return ['gov.cn', ...domains].some((own) => domain === own || domain.endsWith(`.${own}`));
}

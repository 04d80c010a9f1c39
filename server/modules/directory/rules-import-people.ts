import {
  type Complaints,
  checkTexts,
  complaintsOf,
  type FindUnit,
  type ImportFacts,
  type PersonRow,
  type PlannedAppointment,
  type RowProblem,
  readDay,
  type UnitRef,
} from './rules-import.ts';
import { flagOf } from './rules-import-units.ts';

const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/;
const MAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;
const USER_NAME = /^[A-Za-z][A-Za-z0-9._-]{2,31}$/;
const LONGEST = { name: 30, title: 40 } as const;
const LONGEST_MAIL = 100;

/** Checks every row of people against the file and the directory: one row is one appointment. */
export function planPeople(
  rows: readonly PersonRow[],
  facts: ImportFacts,
  by: { find: FindUnit; areaOfRow: AreaOfRow },
): { problems: RowProblem[]; appointments: PlannedAppointment[] } {
  const problems: RowProblem[] = [];
  const seen: Seen = { userNames: new Map(), people: new Map(), appointments: new Map() };
  const appointments: PlannedAppointment[] = [];
  for (const row of rows) {
    const say = complaintsOf(problems, 'people', row);
    const unit = findUnit(row, facts, { ...by, say });
    const area =
      unit === null ? null : unit.from === 'file' ? by.areaOfRow(unit.row) : unit.unit.jurisdiction;
    const typed = typedRow(row, facts, say);
    checkPerson(row, { facts, say, seen, area });
    checkTwice(typed, { unit, say, seen });
    if (say.count === 0 && unit && area) appointments.push({ ...typed, unit, jurisdiction: area });
  }
  return { problems, appointments };
}

type AreaOfRow = (row: number) => string | null;

interface Seen {
  readonly userNames: Map<string, { row: number; who: string; area: string | null }>;
  readonly people: Map<string, { row: number; userName: string }>;
  readonly appointments: Map<string, number>;
}

function typedRow({ row, cells }: PersonRow, facts: ImportFacts, say: Complaints) {
  checkTexts(cells, LONGEST, say);
  if (cells.name === '') say.add('name', 'import.person-name-missing');
  else if ([...cells.name].length < 2) say.add('name', 'import.person-name-length');
  if (cells.phone === '') say.add('phone', 'import.phone-missing');
  else if (!PHONE.test(cells.phone)) say.add('phone', 'import.bad-phone');
  if (cells.email !== '' && !MAIL.test(cells.email)) say.add('email', 'import.bad-mail');
  if (cells.email.length > LONGEST_MAIL) say.add('email', 'import.too-long', { max: LONGEST_MAIL });
  const post = facts.posts.get(cells.post);
  if (cells.post === '') say.add('post', 'import.post-missing');
  else if (post === undefined) say.add('post', 'import.unknown-post');
  const days = typedDays(cells, facts, say);
  return {
    row,
    name: cells.name,
    userName: cells.userName,
    phone: cells.phone,
    email: cells.email || null,
    isStaff: flagOf(cells.isStaff, 'isStaff', say, true),
    post: post?.kind ?? '',
    title: cells.title || null,
    kindTitle: post?.title ?? '',
    ...days,
  };
}

function typedDays(cells: PersonRow['cells'], facts: ImportFacts, say: Complaints) {
  const fromDay = cells.fromDay === '' ? facts.today : readDay(cells.fromDay);
  const toDay = cells.toDay === '' ? null : readDay(cells.toDay);
  if (fromDay === null) say.add('fromDay', 'import.bad-day');
  if (cells.toDay !== '' && toDay === null) say.add('toDay', 'import.bad-day');
  if (fromDay !== null && toDay !== null && toDay < fromDay) say.add('toDay', 'import.impossible-days');
  return { fromDay: fromDay ?? facts.today, toDay };
}

function findUnit(
  { cells }: PersonRow,
  facts: ImportFacts,
  by: { find: FindUnit; areaOfRow: AreaOfRow; say: Complaints },
): UnitRef | null {
  if (cells.unit === '') {
    by.say.add('unit', 'import.unit-missing');
    return null;
  }
  const ref = by.find(cells.unit, by.areaOfRow);
  if (ref === 'unknown' || ref === 'ambiguous') {
    by.say.add('unit', `import.${ref}-unit`);
    return null;
  }
  if (ref.from === 'directory' && !(ref.unit.managed && facts.inScope(ref.unit.jurisdiction))) {
    by.say.add('unit', 'import.unit-outside');
    return null;
  }
  return ref;
}

/** One person, one user (QJ-6): a user name belongs to one name with one telephone, and the other way about. */
function checkPerson(
  { row, cells }: PersonRow,
  known: { facts: ImportFacts; say: Complaints; seen: Seen; area: string | null },
): void {
  const { facts, say, seen, area } = known;
  const userName = cells.userName.toLowerCase();
  if (userName === '') say.add('userName', 'import.user-name-missing');
  else if (!USER_NAME.test(cells.userName)) say.add('userName', 'import.bad-user-name');
  else if (facts.takenUserNames.has(userName)) say.add('userName', 'import.user-name-exists');
  const who = `${cells.name} ${cells.phone}`;
  const namesake = seen.userNames.get(userName);
  if (namesake && userName !== '' && namesake.who !== who)
    say.add('userName', 'import.duplicate-user-name', { row: namesake.row });
  else if (userName !== '') seen.userNames.set(userName, namesake ?? { row, who, area });
  if (namesake?.who === who && namesake.area !== null && area !== null && namesake.area !== area)
    say.add('unit', 'import.two-areas', { row: namesake.row });
  if (cells.name === '' || cells.phone === '') return;
  const same = seen.people.get(who);
  if (same && same.userName !== userName) say.add('name', 'import.duplicate-person', { row: same.row });
  else seen.people.set(who, same ?? { row, userName });
  if (area !== null && facts.knownPeople.has(`${area} ${who}`)) say.add('name', 'import.person-exists');
}

function checkTwice(
  typed: Omit<PlannedAppointment, 'unit' | 'jurisdiction'>,
  known: { unit: UnitRef | null; say: Complaints; seen: Seen },
): void {
  const { unit, say, seen } = known;
  if (unit === null || typed.post === '' || typed.userName === '') return;
  const place = unit.from === 'file' ? unit.row : unit.unit.id;
  const who = [typed.userName.toLowerCase(), typed.name, typed.phone];
  const key = [...who, place, typed.post, typed.title ?? typed.kindTitle].join('\n');
  const first = seen.appointments.get(key);
  if (first === undefined) seen.appointments.set(key, typed.row);
  else say.add('post', 'import.duplicate-appointment', { row: first });
}

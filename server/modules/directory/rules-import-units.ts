import { importSheets } from '../../../contracts/directory/import-words.ts';
import { tierNames, unitKindNames } from '../../../contracts/directory/words.ts';
import type { Tier, UnitKind } from '../../policy/index.ts';
import {
  type Complaints,
  checkTexts,
  complaintsOf,
  type FindUnit,
  type ImportFacts,
  type PlannedUnit,
  type RowProblem,
  type StandingUnit,
  type UnitRef,
  type UnitRow,
} from './rules-import.ts';
import { belongs } from './rules-units.ts';

const CODE = /^\d{10}$/;
const DEEPEST = 20;
const LONGEST = { key: 40, name: 60, shortName: 30 } as const;

const keyOf = (names: Readonly<Record<string, string>>, text: string): string | undefined =>
  Object.keys(names).find((key) => key === text || names[key] === text);

/** Checks every row of units against the file and the directory; parents come before children in what is planned. */
export function planUnits(
  rows: readonly UnitRow[],
  facts: ImportFacts,
  find: FindUnit,
): { problems: RowProblem[]; units: PlannedUnit[] } {
  const problems: RowProblem[] = [];
  const complaints = new Map(rows.map((row) => [row.row, complaintsOf(problems, 'units', row)]));
  const typed = new Map(rows.map((row) => [row.row, typedUnit(row, of(complaints, row.row))]));
  const parents = new Map(
    rows.map((row) => [row.row, findParent(row, facts, { find, say: of(complaints, row.row) })]),
  );
  const rings = ringsOf(rows, parents);
  for (const row of rings) of(complaints, row).add('parent', 'import.cycle');
  const areas = new Map<number, string | null>();
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const area = (row: number): string | null =>
    areaOf(row, { rows: byRow, parents, rings, areas, facts, complaints });
  for (const row of rows) area(row.row);
  checkNamesakes(rows, { find, parents, areas, complaints });
  checkSections(rows, { typed, parents, complaints });
  checkKeys(rows, complaints);
  checkDepths(rows, { parents, rings, complaints });
  checkDuplicates(rows, { areas, complaints, facts });
  const planned = rows.flatMap((row) => {
    const unit = typed.get(row.row);
    const jurisdiction = areas.get(row.row);
    return unit && jurisdiction ? [{ ...unit, jurisdiction, parent: parents.get(row.row)?.ref ?? null }] : [];
  });
  return { problems, units: problems.length > 0 ? planned : parentsFirst(planned) };
}

type Says = ReadonlyMap<number, Complaints>;
type Parent = { readonly ref: UnitRef | null };

const SILENT: Complaints = { add: () => undefined, count: 0 };
const of = (complaints: Says, row: number): Complaints => complaints.get(row) ?? SILENT;

function typedUnit({ row, cells }: UnitRow, say: Complaints): Omit<PlannedUnit, 'jurisdiction' | 'parent'> {
  checkTexts(cells, LONGEST, say);
  if (cells.name === '') say.add('name', 'import.name-missing');
  else if ([...cells.name].length < 2) say.add('name', 'import.name-length');
  if (cells.code !== '' && !CODE.test(cells.code)) say.add('code', 'import.bad-code');
  const kind = keyOf(unitKindNames, cells.kind);
  if (kind === undefined) say.add('kind', 'import.bad-kind');
  const tier = cells.tier === '' ? null : keyOf(tierNames, cells.tier);
  if (tier === undefined) say.add('tier', 'import.bad-tier');
  return {
    row,
    name: cells.name,
    shortName: cells.shortName || null,
    code: cells.code || null,
    kind: (kind ?? 'department') as UnitKind,
    tier: (tier ?? null) as Tier | null,
    secret: flagOf(cells.secret, 'secret', say),
    inward: flagOf(cells.inward, 'inward', say),
  };
}

/** '是', '否' or nothing, which means no. */
export function flagOf(text: string, column: string, say: Complaints, empty = false): boolean {
  if (text === '') return empty;
  if (text !== importSheets.yes && text !== importSheets.no) say.add(column, 'import.bad-flag');
  return text === importSheets.yes;
}

function findParent({ cells }: UnitRow, facts: ImportFacts, by: { find: FindUnit; say: Complaints }): Parent {
  if (cells.parent === '') {
    if (cells.jurisdiction === '') by.say.add('parent', 'import.jurisdiction-missing');
    else if (facts.inScope(cells.jurisdiction) && !facts.managesArea(cells.jurisdiction))
      by.say.add('parent', 'import.no-parent-right');
    return { ref: null };
  }
  const ref = by.find(cells.parent);
  if (ref === 'unknown' || ref === 'ambiguous') {
    by.say.add('parent', `import.${ref}-parent`);
    return { ref: null };
  }
  if (ref.from === 'directory' && !ref.unit.managed) by.say.add('parent', 'import.parent-outside');
  return { ref };
}

/** The rows that are above themselves: those of the ring, not those that merely hang below it. */
function ringsOf(rows: readonly UnitRow[], parents: ReadonlyMap<number, Parent>): Set<number> {
  const rings = new Set<number>();
  const settled = new Set<number>();
  for (const { row: start } of rows) {
    const path = new Set<number>();
    let row: number | undefined = start;
    while (row !== undefined && !settled.has(row) && !path.has(row)) {
      path.add(row);
      const ref: UnitRef | null | undefined = parents.get(row)?.ref;
      row = ref?.from === 'file' ? ref.row : undefined;
    }
    if (row !== undefined && path.has(row))
      for (const each of [...path].slice([...path].indexOf(row))) rings.add(each);
    for (const each of path) settled.add(each);
  }
  return rings;
}

interface AreaFacts {
  readonly rows: ReadonlyMap<number, UnitRow>;
  readonly parents: ReadonlyMap<number, Parent>;
  readonly rings: ReadonlySet<number>;
  /** Answers found already; null where the row has none to give. */
  readonly areas: Map<number, string | null>;
  readonly facts: ImportFacts;
  readonly complaints: Says;
}

/** The jurisdiction of a row: its own, or that of what is above it. */
function areaOf(start: number, known: AreaFacts): string | null {
  // From the row up to the first whose area is known, then down again: trees may be deeper than the call stack.
  const path: number[] = [];
  let row: number | undefined = start;
  while (row !== undefined && !known.areas.has(row) && !known.rings.has(row)) {
    path.push(row);
    const ref: UnitRef | null | undefined = known.parents.get(row)?.ref;
    row = ref?.from === 'file' ? ref.row : undefined;
  }
  for (const each of path.reverse()) known.areas.set(each, ownArea(each, known));
  return known.areas.get(start) ?? null;
}

/** Null where the row has none, or none that could be worked with: what follows from that is not held against others. */
function ownArea(row: number, { rows, parents, areas, facts, complaints }: AreaFacts): string | null {
  const typed = rows.get(row)?.cells.jurisdiction ?? '';
  const ref = parents.get(row)?.ref ?? null;
  const above =
    ref === null ? null : ref.from === 'file' ? (areas.get(ref.row) ?? null) : ref.unit.jurisdiction;
  if (typed === '') return above;
  const problem = !facts.geography.get(typed)
    ? 'import.unknown-jurisdiction'
    : above !== null && !facts.geography.descendants(above).includes(typed)
      ? 'import.wrong-jurisdiction'
      : facts.inScope(typed)
        ? null
        : 'import.jurisdiction-outside';
  if (problem === null) return typed;
  of(complaints, row).add('jurisdiction', problem);
  return null;
}

/** Parents by a name that another unit has in another area. */
function checkNamesakes(
  rows: readonly UnitRow[],
  known: {
    find: FindUnit;
    parents: ReadonlyMap<number, Parent>;
    areas: ReadonlyMap<number, string | null>;
    complaints: Says;
  },
): void {
  for (const { row, cells } of rows)
    if (
      known.parents.get(row)?.ref &&
      known.find(cells.parent, (each) => known.areas.get(each) ?? null) === 'ambiguous'
    )
      of(known.complaints, row).add('parent', 'import.ambiguous-parent');
}

/** Every unit keeps its whole path: a chain without end would fill the disk. */
function checkDepths(
  rows: readonly UnitRow[],
  known: { parents: ReadonlyMap<number, Parent>; rings: ReadonlySet<number>; complaints: Says },
): void {
  const depths = new Map<number, number>();
  for (const { row: start } of rows) {
    const path: number[] = [];
    let row: number | undefined = start;
    let depth = 0;
    while (row !== undefined && !known.rings.has(row)) {
      const ready = depths.get(row);
      if (ready === undefined) path.push(row);
      else depth = ready;
      const ref: UnitRef | null | undefined = known.parents.get(row)?.ref;
      if (ready === undefined && ref?.from === 'directory') depth = ref.unit.path.length;
      row = ready === undefined && ref?.from === 'file' ? ref.row : undefined;
    }
    for (const each of path.reverse()) {
      depth += 1;
      depths.set(each, depth);
      if (depth > DEEPEST) of(known.complaints, each).add('parent', 'import.too-deep', { max: DEEPEST });
    }
  }
}

function checkKeys(rows: readonly UnitRow[], complaints: Says): void {
  const seen = new Map<string, number>();
  for (const { row, cells } of rows) {
    const first = seen.get(cells.key);
    if (cells.key === '') continue;
    if (first === undefined) seen.set(cells.key, row);
    else of(complaints, row).add('key', 'import.duplicate-key', { row: first });
  }
}

function checkSections(
  rows: readonly UnitRow[],
  known: {
    typed: ReadonlyMap<number, { readonly kind: UnitKind }>;
    parents: ReadonlyMap<number, Parent>;
    complaints: Says;
  },
): void {
  for (const { row } of rows) {
    const ref = known.parents.get(row)?.ref;
    const above = ref?.from === 'file' ? known.typed.get(ref.row)?.kind : ref?.unit.kind;
    if (above === 'section' && known.typed.get(row)?.kind !== 'section')
      of(known.complaints, row).add('parent', 'import.parent-section');
    const stem = stemOf(row, known.parents);
    if (stem?.managed && !stem.classified && !belongs(known.typed.get(row)?.kind ?? 'section'))
      of(known.complaints, row).add('kind', 'import.parent-own');
  }
}

/** The standing unit below which a row ends up; null for one without, in a ring, or deeper than any tree may be. */
function stemOf(start: number, parents: ReadonlyMap<number, Parent>): StandingUnit | null {
  let ref = parents.get(start)?.ref;
  for (let steps = 0; ref?.from === 'file' && steps < DEEPEST; steps++) ref = parents.get(ref.row)?.ref;
  return ref?.from === 'directory' ? ref.unit : null;
}

function checkDuplicates(
  rows: readonly UnitRow[],
  known: { areas: ReadonlyMap<number, string | null>; complaints: Says; facts: ImportFacts },
): void {
  const seen = new Map<string, number>();
  const standing = new Set(
    known.facts.units.flatMap((unit) => [
      `n ${unit.jurisdiction} ${unit.name}`,
      `c ${unit.jurisdiction} ${unit.code}`,
    ]),
  );
  const check = (row: number, column: 'name' | 'code', text: string) => {
    const area = known.areas.get(row);
    if (text === '' || !area) return;
    const key = `${column[0]} ${area} ${text}`;
    const first = seen.get(key);
    const say = of(known.complaints, row);
    if (first !== undefined)
      say.add(column, column === 'name' ? 'import.duplicate-unit' : 'import.duplicate-code', { row: first });
    else seen.set(key, row);
    if (standing.has(key)) say.add(column, column === 'name' ? 'import.unit-exists' : 'import.code-exists');
  };
  for (const { row, cells } of rows) {
    check(row, 'name', cells.name);
    if (CODE.test(cells.code)) check(row, 'code', cells.code);
  }
}

function parentsFirst(units: readonly PlannedUnit[]): PlannedUnit[] {
  const byRow = new Map(units.map((unit) => [unit.row, unit]));
  const placed = new Set<number>();
  const order: PlannedUnit[] = [];
  for (const unit of units) {
    const path: PlannedUnit[] = [];
    let each: PlannedUnit | undefined = unit;
    while (each && !placed.has(each.row)) {
      path.push(each);
      placed.add(each.row);
      each = each.parent?.from === 'file' ? byRow.get(each.parent.row) : undefined;
    }
    order.push(...path.reverse());
  }
  return order;
}

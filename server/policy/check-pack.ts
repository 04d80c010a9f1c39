import { checkRecordValue } from './check-values.ts';
import { hintFor } from './hint.ts';
import type { PackProblem } from './model.ts';
import { conditionKey, type Known, type PackRecord, type PackSource } from './pack-set.ts';
import type { ParsedPack, PlacedRecord } from './parse-pack.ts';
import { problemAt } from './place.ts';

/** Compares the files of one pack with each other and with what all packs declare. */
export function checkPack(
  pack: ParsedPack,
  sources: ReadonlyMap<string, PackSource>,
  known: Known,
  problems: PackProblem[],
): void {
  const { jurisdiction } = pack.head;
  if (!known.jurisdictions.has(jurisdiction)) {
    problems.push(
      problemAt(
        pack.place,
        ['jurisdiction'],
        `没有辖区 ${jurisdiction}`,
        hintFor(jurisdiction, known.jurisdictions.keys()) ?? '在 jurisdictions 里声明它',
      ),
    );
  }
  for (const placed of pack.records) problems.push(...sourceProblems(placed, sources));
  problems.push(...historyProblems(pack.records));
  for (const placed of pack.records) checkRecordValue(placed, pack, known, problems);
  problems.push(...clauseProblems(pack, sources));
  for (const placed of pack.cases) {
    const code = placed.entry.jurisdiction;
    if (code !== undefined && !known.jurisdictions.has(code)) {
      problems.push(
        problemAt(placed, ['jurisdiction'], `没有辖区 ${code}`, hintFor(code, known.jurisdictions.keys())),
      );
    }
  }
}

function sourceProblems(placed: PlacedRecord, sources: ReadonlyMap<string, PackSource>): PackProblem[] {
  const { record } = placed;
  const source = sources.get(record.basis.source);
  if (!source) {
    return [
      problemAt(
        placed,
        ['basis', 'source'],
        `没有文件 ${record.basis.source}`,
        hintFor(record.basis.source, sources.keys()) ?? '先在 pack.yaml 的 sources 里声明',
      ),
    ];
  }
  if (record.from < source.from)
    return [problemAt(placed, ['from'], `早于文件《${source.title}》的施行日期 ${source.from}`)];
  if (source.until !== undefined && record.from >= source.until) {
    return [problemAt(placed, ['from'], `文件《${source.title}》到 ${source.until} 已不再有效`)];
  }
  return [];
}

/** Records of one rule and one case form a history: no day twice; in one file later ones below earlier ones. */
function historyProblems(records: readonly PlacedRecord[]): PackProblem[] {
  const above = new Map<string, PackRecord>();
  const onDay = new Map<string, PlacedRecord>();
  return records.flatMap((placed) => {
    const { record } = placed;
    const key = `${record.rule} ${conditionKey(record.when)}`;
    const before = above.get(`${record.file} ${key}`);
    above.set(`${record.file} ${key}`, record);
    const same = onDay.get(`${record.from} ${key}`);
    onDay.set(`${record.from} ${key}`, same ?? placed);
    if (same) return [twiceOnADay(placed, same)];
    if (before === undefined || before.from < record.from) return [];
    return [
      problemAt(
        placed,
        ['from'],
        `${record.rule} 的日期顺序颠倒：前面一条是 ${before.from}`,
        '同一规则按日期从早到晚写',
      ),
    ];
  });
}

function twiceOnADay(placed: PlacedRecord, other: PlacedRecord): PackProblem {
  const { record } = placed;
  const line = other.yaml.lineOf(other.path);
  const where = `另一处在 ${other.yaml.file}${line === undefined ? '' : ` 第 ${line} 行`}`;
  return problemAt(
    placed,
    ['from'],
    `${record.rule} 在 ${record.from} 有两个值`,
    `不同情形用 when 区分；同一情形只能有一个值；${where}`,
  );
}

function clauseProblems(pack: ParsedPack, sources: ReadonlyMap<string, PackSource>): PackProblem[] {
  const ids = new Set(pack.clauses.map(({ entry }) => entry.id));
  const named = new Set<string>();
  const problems: PackProblem[] = [];
  const name = (id: string, problem: () => PackProblem) => {
    named.add(id);
    if (!ids.has(id)) problems.push(problem());
  };
  const hint = (id: string) => hintFor(id, ids) ?? '条款先在 clauses.yaml 里列出';
  for (const placed of pack.records) {
    placed.record.clauses.forEach((id, i) => {
      name(id, () => problemAt(placed, ['clauses', i], `没有条款 ${id}`, hint(id)));
    });
  }
  pack.head.sources.forEach((source, i) => {
    sources.get(source.id)?.clauses.forEach((id, k) => {
      name(id, () => problemAt(pack.place, ['sources', i, 'clauses', k], `没有条款 ${id}`, hint(id)));
    });
  });
  if (pack.complete) {
    for (const placed of pack.clauses) {
      if (placed.entry.status === 'recorded' && !named.has(placed.entry.id)) {
        problems.push(
          problemAt(
            placed,
            ['status'],
            `条款 ${placed.entry.id} 标为 recorded，但没有任何一条规则写着它`,
            '在相应规则的 clauses 里写上它，或改为 not-enforced',
          ),
        );
      }
    }
  }
  return problems;
}

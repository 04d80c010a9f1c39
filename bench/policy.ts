import { fileURLToPath } from 'node:url';
import {
  type CaseFacts,
  type PackSet,
  policyFor,
  type RuleId,
  selectChain,
  tiers,
  unitKinds,
} from '../server/policy/index.ts';
import { loadPacks } from '../server/policy/load.ts';
import { type Bench, type Figure, medianMs } from './bench.ts';

const UNITS = 10_000;
const DAY = '2026-09-29';
const RULES = [
  'filing.chain.open',
  'filing.form.open',
  'filing.entry.open',
  'requirement.open.unit-level',
  'requirement.open.one-per-platform',
  'update.interval',
  'publish.gates',
  'recurring.spot-check',
] as const satisfies readonly RuleId[];

interface Unit {
  jurisdiction: string;
  facts: CaseFacts;
}

/** Units spread over every jurisdiction, tier and kind, the same ones each time. */
function makeUnits(packs: PackSet): Unit[] {
  const codes = [...packs.jurisdictions.keys()];
  return Array.from({ length: UNITS }, (_, i) => ({
    jurisdiction: codes[i % codes.length] ?? '',
    facts: {
      tier: tiers[i % tiers.length],
      unitKind: unitKinds[i % unitKinds.length],
      underPark: i % 7 === 0,
    },
  }));
}

function askEngine(packs: PackSet, units: readonly Unit[]): number {
  let inForce = 0;
  for (const { jurisdiction, facts } of units) {
    const policy = policyFor(packs, jurisdiction, DAY);
    for (const rule of RULES) if (policy.get(rule, facts).value !== null) inForce += 1;
    if (selectChain(policy.get('filing.chain.open', facts), facts)) inForce += 1;
  }
  return inForce;
}

/** The peer: for each question the latest record is looked for in every pack up the tree, nothing is combined. */
function scanRecords(packs: PackSet, units: readonly Unit[]): number {
  let found = 0;
  for (const { jurisdiction } of units) {
    for (const rule of RULES) {
      for (
        let at = packs.jurisdictions.get(jurisdiction);
        at;
        at = packs.jurisdictions.get(at.parent ?? '')
      ) {
        const { code } = at;
        const own = packs.packs
          .filter((pack) => pack.jurisdiction === code)
          .flatMap(({ records }) => records);
        if (own.findLast((record) => record.rule === rule && record.from <= DAY)) found += 1;
      }
    }
  }
  return found;
}

export const policyBench: Bench = {
  name: 'policy',
  describe: `一万个单位各问${RULES.length}条规则并选出开设流程，每秒答多少次；与逐条翻找记录（不合并、不给理由）相比`,
  run: async (): Promise<Figure[]> => {
    const loaded = await loadPacks([fileURLToPath(new URL('../policy-packs', import.meta.url))]);
    if (!loaded.ok) throw new Error(`法规包有 ${loaded.problems.length} 处问题`);
    const { packs } = loaded;
    const units = makeUnits(packs);
    const questions = units.length * (RULES.length + 1);
    const cold = { ...packs };
    const start = performance.now();
    askEngine(cold, units.slice(0, packs.jurisdictions.size));
    const coldMs = performance.now() - start;
    const engine = await medianMs(5, () => askEngine(packs, units));
    const scan = await medianMs(5, () => scanRecords(packs, units));
    return [
      { name: '每秒答复', value: Math.round((questions / engine) * 1000), unit: '次/秒' },
      { name: '一万个单位用时', value: engine, unit: '毫秒' },
      { name: '换日后每个辖区首次答复', value: coldMs / packs.jurisdictions.size, unit: '毫秒' },
      { name: '快多少', value: scan / engine, unit: '倍', against: '逐条翻找记录' },
    ];
  },
};

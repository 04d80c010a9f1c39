import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDictionary, readLaws, readPairs, SETS } from '../scripts/wording/corpus.ts';
import { crossValidate, type Outcome } from '../scripts/wording/cross.ts';
import { evidences, gather } from '../scripts/wording/gather.ts';
import { collect } from '../scripts/wording/samples.ts';
import { type Checker, createChecker } from '../server/checks/checker.ts';
import type { DetectorId } from '../server/checks/finding.ts';
import type { Lexicon } from '../server/checks/lexicon/entry.ts';
import { parseLexicon } from '../server/checks/lexicon/parse-lexicon.ts';
import { readWordingModel } from '../server/checks/wording/counted/model.ts';
import { alarmsIn, type Tally } from './accuracy-alarms.ts';
import { applyChanges, findingsIn, type Score, scoresOf } from './accuracy-scores.ts';
import type { Bench, Figure } from './bench.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DATA = join(ROOT, '..', 'shared', 'data');
const OTHERS: readonly DetectorId[] = [
  ...(['privacy', 'secrecy', 'names', 'advertising'] as const),
  ...(['pressure', 'source', 'map', 'consistency'] as const),
];
const SET_NAMES: Readonly<Record<string, string>> = { odw: '公文句', law: '法律句', med: '医疗句' };

export const accuracyBench: Bench = {
  name: 'accuracy',
  describe: [
    '文字关的准确率。断言级＝严重程度为“应当处理”以上，提示级＝另加“供参考”。',
    '句级检测：改动的位置与错处完全一致的句子；句级纠正：改后与正确句完全一致的句子；',
    '准确率以有改动的句子为分母，召回率以有错的句子为分母；字级同理，以字计。F1为两者的调和平均。',
    '误报：正确文本中每一万字的发现数，相连的改动算一处。',
    '公文、法律、医疗句为开发数据，五折交叉：各折的计数、已知错例和判别树都不含该折；',
    '法规分全文与未计入模型的留出部分（二十分之一，只用于测量）。公开测试集未使用。',
  ].join('\n'),
  run: async () => {
    if (!existsSync(join(DATA, 'csc'))) throw new Error(`没有开发数据：${DATA}`);
    const file = readFileSync(join(ROOT, 'lexicons', 'wording.bin'));
    const lexicon = readLexicon();
    const laws = readLaws(DATA);
    const checker = wordingChecker(lexicon, file);
    const whole = alarmsIn(checker, [...laws.counted, ...laws.tuning, ...laws.held]);
    const held = alarmsIn(checker, laws.held);
    return [
      ...alarmFigures('法规全文', whole),
      ...alarmFigures('法规留出部分', held),
      ...developmentFigures(file, wordingChecker(lexicon)),
    ];
  },
};

function readLexicon(): Lexicon {
  const name = 'wording.yaml';
  const parsed = parseLexicon(name, readFileSync(join(ROOT, 'lexicons', name), 'utf8'));
  if (!parsed.ok) throw new Error(`${name}: ${parsed.problems[0]?.reason ?? ''}`);
  return parsed.lexicon;
}

function wordingChecker(lexicon: Lexicon, wordingModel?: Uint8Array): Checker {
  const detectors = Object.fromEntries(OTHERS.map((id) => [id, { on: false }]));
  return createChecker({ lexicons: [lexicon], detectors, ...(wordingModel ? { wordingModel } : {}) });
}

function alarmFigures(what: string, { characters, asserted, noted }: Tally): Figure[] {
  const unit = '处/万字';
  const against = `${characters}字`;
  return [
    { name: `${what} 断言级误报`, value: (asserted / characters) * 1e4, unit, against },
    { name: `${what} 提示级误报`, value: ((asserted + noted) / characters) * 1e4, unit, against },
  ];
}

/** Cross-validated figures; the table of shapes is the shipped one, which no sentence has a part in. */
function developmentFigures(file: Uint8Array, ruled: Checker): Figure[] {
  const pairs = readPairs(DATA);
  const laws = readLaws(DATA);
  const { lines, evidence: shipped } = readWordingModel(file);
  const { confusions, characters } = shipped;
  const gathered = gather(laws, pairs, readDictionary());
  if (!characters.join('').endsWith(gathered.characters.join('')))
    throw new Error('lexicons/wording.bin 与数据不符，先运行 scripts/count-wording.ts');
  const evidence = evidences(gathered, confusions);
  const samples = collect(evidence, pairs, laws.tuning);
  const outcomes = crossValidate(evidence, samples, pairs, lines);
  return SETS.flatMap((set) => {
    const own = outcomes.filter((one) => one.set === set);
    return setFigures(SET_NAMES[set] ?? set, own, ruled);
  });
}

function setFigures(what: string, outcomes: readonly Outcome[], ruled: Checker): Figure[] {
  const rights = [...new Map(outcomes.map((one) => [one.right, one])).values()];
  const byRule = alarmsIn(
    ruled,
    rights.map(({ right }) => right),
  );
  const tiers = [
    { label: '断言级', tier: 'asserted', ruled: byRule.asserted },
    { label: '提示级', tier: 'all', ruled: byRule.asserted + byRule.noted },
  ] as const;
  return tiers.flatMap(({ label, tier, ruled: listed }) => {
    const scores = scoresOf(
      outcomes.map(({ wrong, right, changes }) => ({
        ...{ wrong, right },
        left: applyChanges(wrong, changes, tier),
      })),
    );
    const alarms = rights.reduce((sum, { alarms: own }) => sum + findingsIn(own, tier), listed);
    const against = `${scores.sentences}句，其中有错${scores.withMistakes}句`;
    const name = `${what} ${label}`;
    return [
      ...prf(`${name} 句级检测`, scores.sentenceDetection, against),
      ...prf(`${name} 句级纠正`, scores.sentenceCorrection, against),
      ...prf(`${name} 字级检测`, scores.characterDetection, against),
      ...prf(`${name} 字级纠正`, scores.characterCorrection, against),
      {
        ...{ name: `${name} 误报`, value: (alarms / byRule.characters) * 1e4, unit: '处/万字' },
        against: `正确句${byRule.characters}字，${alarms}处`,
      },
    ];
  });
}

function prf(name: string, { precision, recall, f1 }: Score, against: string): Figure[] {
  return [
    { name: `${name} 准确率`, value: precision, unit: '', against },
    { name: `${name} 召回率`, value: recall, unit: '', against },
    { name: `${name} F1`, value: f1, unit: '', against },
  ];
}

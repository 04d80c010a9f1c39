import { addDays } from './calendar/index.ts';
import { contentClasses, type Day, matters } from './model.ts';
import type { Pack, PackSet } from './pack-set.ts';
import { type Policy, policyFor } from './policy.ts';
import type { Chain } from './values-chain.ts';
import { classWords, matterWords } from './words.ts';

/**
 * What a pack says without being wrong, yet its writer hardly meant: judged together with the levels above, on the
 * given day or, if later, the day its first rule takes effect. Chinese sentences.
 */
export function remindersOf(set: PackSet, pack: Pack, today: Day): string[] {
  const [first] = pack.records.map(({ from }) => from).sort();
  if (first === undefined)
    return [`法规包 ${pack.id} 里没有一条规则（规则写在 rules 文件夹的 .yaml 文件里）`];
  const policy = policyFor(set, pack.jurisdiction, first > today ? first : today);
  return [
    ...lastDays(pack),
    ...contentClasses.flatMap((one) => gatesWithoutStep(policy, pack, one)),
    ...matters.flatMap((one) => opinionsWithoutStep(policy, pack, one)),
  ];
}

/** A day of lapse one short of an anniversary is mostly the last day of validity, written for the first without. */
function lastDays(pack: Pack): string[] {
  return [...pack.sources.values()].flatMap(({ title, from, until, repealedBy }) => {
    if (until === undefined || repealedBy !== undefined) return [];
    const next = addDays(until, 1);
    if (next.slice(4) !== from.slice(4)) return [];
    return [
      `《${title}》的 until 写的是 ${until}，这一天就已经失效；如果这是有效的最后一天，until 要写 ${next}`,
    ];
  });
}

function gatesWithoutStep(
  policy: Policy,
  pack: Pack,
  contentClass: (typeof contentClasses)[number],
): string[] {
  const chain = policy.get(`publish.chain.${contentClass}`);
  if (chain.pack !== pack.id || chain.value === null) return [];
  const asked = policy.get('publish.gates').value ?? [];
  return chain.value.variants.flatMap(({ title, steps }) => {
    const missing = asked.filter((gate) => !steps.some(({ gates }) => gates?.includes(gate)));
    if (missing.length === 0) return [];
    const which = `${classWords[contentClass]}稿件的审核流程${title === undefined ? '' : `“${title}”`}`;
    return [
      `${which}没有一步把${missing.map((gate) => policy.gateTitle(gate)).join('、')}，而 publish.gates 要求把这些关（含上级的要求）；请在相应步骤的 gates 里写上`,
    ];
  });
}

/** A form of one level printed for the chain of another: opinions whose step the chain lacks stay empty. */
function opinionsWithoutStep(policy: Policy, pack: Pack, matter: (typeof matters)[number]): string[] {
  const chain = policy.get(`filing.chain.${matter}`);
  const form = policy.get(`filing.form.${matter}`);
  if (!chain.value || !form.value || chain.pack === form.pack) return [];
  if (chain.pack !== pack.id && form.pack !== pack.id) return [];
  const steps = stepIds(chain.value);
  const empty = form.value.opinions.filter(({ step }) => step !== undefined && !steps.has(step));
  if (empty.length === 0) return [];
  const columns = empty.map(({ title, step }) => `“${title}”（步骤 ${step}）`).join('、');
  return [
    `${matterWords[matter]}用的《${form.value.title}》是${form.basis[0]?.jurisdictionName ?? ''}的表，它的意见栏${columns}在${chain.basis[0]?.jurisdictionName ?? ''}的流程里没有这一步，打印时会空着；请把步骤编号改成一样的，或写自己的表`,
  ];
}

function stepIds({ variants }: Chain): Set<string> {
  return new Set(variants.flatMap(({ steps }) => steps.map(({ id }) => id)));
}

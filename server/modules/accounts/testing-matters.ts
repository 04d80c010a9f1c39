import type { FilingWire, FormValues } from '../../../contracts/accounts/wire.ts';
import { type Actor, systemActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { caseFactsOf, getUnit } from '../directory/index.ts';
import { attachFile } from './attach-file.ts';
import { buildForm } from './build-form.ts';
import { newFiling } from './draft-filing.ts';
import { detailsOf, fieldsOf } from './form-model.ts';
import { platformsOf } from './list-platforms.ts';
import type { Account, AccountMatter, Filing } from './model.ts';
import { startFiling } from './start-filing.ts';
import { insertFiling } from './store.ts';
import { insertAccount } from './store-accounts.ts';
import { type Key, PAPER, type World } from './testing.ts';

let planted = 0;

/** An account in operation with a registered opening, put straight into the tables. */
export async function plantAccount(
  world: World,
  unit: string,
  more: Partial<Account> = {},
): Promise<Account> {
  const number = `T-${++planted}`;
  return must(
    await world.kernel.runner.command(systemActor, async (ctx) => {
      const host = await getUnit(ctx, world.planted.unit(unit));
      const platform = more.platform ?? 'wechat';
      const policy = ctx.policy(host.jurisdiction);
      const draft = newFiling(ctx, host, 'open', null);
      const form = buildForm({
        form: draft.form.value!,
        formBasis: [],
        policy,
        facts: { ...caseFactsOf(host), matter: 'open', platform },
        timing: draft.timing,
        account: null,
      });
      const written = fieldsOf(form).filter(
        ({ printed, type }) => printed !== null && ['text', 'longtext', 'person'].includes(type),
      );
      const answers = Object.fromEntries(written.map(({ key }) => [key, '已填']));
      const filing: Filing = {
        ...draft,
        state: 'registered',
        name: more.name ?? '某某发布',
        platform,
        filingNumber: number,
        values: answers,
        openedOn: '2020-01-01',
      };
      const account: Account = {
        jurisdiction: host.jurisdiction,
        id: newId(),
        hostUnitId: host.id,
        hostName: host.name,
        hostPath: host.path,
        platform,
        platformName: platformsOf(policy).items.find(({ id }) => id === platform)?.name ?? platform,
        channelKind: 'account',
        name: '某某发布',
        platformUid: `gh_${String(planted).padStart(12, '0')}`,
        url: 'https://example.cn/',
        certification: host.name,
        reason: null,
        exceptions: [],
        details: detailsOf(form, answers),
        state: 'operating',
        openedOn: '2020-01-01',
        closedOn: null,
        cancelledOn: null,
        registeredOn: '2020-01-02',
        filingId: filing.id,
        filingNumber: number,
        version: 1,
        createdAt: ctx.now.iso,
        ...more,
      };
      // The filing comes before the account it belongs to, and names it.
      await insertFiling(ctx.tx, { ...filing, accountId: account.id });
      await insertAccount(ctx.tx, account);
      ctx.audit({
        jurisdiction: account.jurisdiction,
        action: 'account.created',
        subject: { type: 'account', id: account.id },
      });
      return done(account);
    }),
  );
}

/** Begins a change, closing or cancellation of an account. */
export async function begin(
  world: World,
  who: Actor,
  kind: AccountMatter,
  account: Key,
): Promise<Outcome<FilingWire>> {
  const { jurisdiction, id } = account;
  const outcome = await world.change(who, (ctx) => startFiling(ctx, { kind, account: { jurisdiction, id } }));
  return outcome.ok ? { ok: true, value: await world.read(who, outcome.value) } : outcome;
}

/** Begins, answers what is given and hands in the papers: the draft as it stands. */
export async function prepare(
  world: World,
  who: Actor,
  about: { readonly kind: AccountMatter; readonly account: Key },
  values: FormValues,
  papers: readonly string[] = [],
): Promise<FilingWire> {
  const begun = must(await begin(world, who, about.kind, about.account));
  const saved = must(await world.save(who, begun, { ...begun.values, ...values }));
  for (const label of papers) await attachPaper(world, who, saved, label);
  return world.read(who, saved);
}

export async function attachPaper(world: World, who: Actor, filing: Key, label: string): Promise<void> {
  must(
    await world.change(who, (ctx) =>
      attachFile(ctx, filing, { label, name: `${label}.pdf`, content: PAPER }),
    ),
  );
}

/** Submits and has every step approved by the people given, in turn. */
export async function passed(
  world: World,
  who: Actor,
  draft: FilingWire,
  deciders: readonly Actor[],
): Promise<FilingWire> {
  const submitted = must(await world.submit(who, draft));
  for (const decider of deciders) must(await world.decide(decider, submitted));
  return world.read(who, submitted);
}

import { createHash } from 'node:crypto';
import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { refusingClash } from '../../kernel/db/clash.ts';
import { createUsers } from '../../kernel/identity/index.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { type BuiltFilling, buildFilling } from './build-filling.ts';
import { mayImport } from './check-import.ts';
import { fillDirectory } from './fill-directory.ts';
import { readImportRows } from './import-rows.ts';
import type { Unit } from './model.ts';
import { planImport } from './plan-import.ts';
import { reportStaffChange } from './report-staff.ts';
import type { ImportPlan } from './rules-import.ts';
import { lockFilling } from './store-import.ts';

/** What an import did; the initial passwords are answered this once and kept nowhere. */
export interface Imported {
  readonly units: number;
  readonly people: number;
  readonly initial: readonly { userName: string; name: string; unit: string; password: string }[];
}

/**
 * Takes in a whole file of units and people in one transaction, or nothing of it. Problems: those of the file as a
 * whole, and directory.import-has-problems where any row has one; the dry run names them. Everybody gets a random
 * initial password of 79 bits: long enough to be kept under a fast hash (see password-hash.ts), since twenty thousand
 * argon2 hashes would take a quarter of an hour; the one a person chooses at the first sign-in gets the slow one.
 */
export async function importDirectory(ctx: Context, bytes: Buffer): Promise<Outcome<Imported>> {
  const acting = mayImport(ctx);
  const read = await readImportRows(bytes);
  if (!read.ok) return read;
  await lockFilling(ctx.tx);
  const plan = await planImport(ctx, read.value);
  const n = plan.problems.length;
  if (n > 0) return refuse({ code: 'directory.import-has-problems', field: 'file', facts: { n } });
  const filling = await buildFilling(ctx, plan);
  const passwords = await notOvertaken(() => write(ctx, filling));
  noteImport(ctx, filling, { file: createHash('sha256').update(bytes).digest('hex'), acting });
  await report(ctx, plan, filling);
  const initial = filling.signIns.map(({ person, userName, unit }, index) => ({
    userName,
    name: person.name,
    unit: unit.name,
    password: passwords[index]?.password ?? '',
  }));
  return done({ units: filling.units.length, people: filling.people.length, initial });
}

async function write(ctx: Context, filling: BuiltFilling) {
  await fillDirectory(ctx, filling);
  return createUsers(
    ctx,
    filling.signIns.map(({ person, userName }) => ({
      jurisdiction: person.jurisdiction,
      personId: person.id,
      userName,
    })),
  );
}

/** Imports wait for each other; a single unit or user made by hand in the same second still can come in between. */
async function notOvertaken<T>(work: () => Promise<T>): Promise<T> {
  const overtaken = 'directory.import-overtaken';
  try {
    return await refusingClash(work(), overtaken);
  } catch (error) {
    if (error instanceof Refused && error.kind === 'conflict')
      throw new Refused('conflict', { code: overtaken });
    throw error;
  }
}

/** One entry for each jurisdiction, with the digest of everything that came in there. */
function noteImport(
  ctx: Context,
  filling: BuiltFilling,
  by: { file: string; acting: ActorPost | null },
): void {
  const all = [...filling.units, ...filling.posts, ...filling.people, ...filling.appointments];
  for (const jurisdiction of [...new Set(all.map((each) => each.jurisdiction))].sort()) {
    const here = <T extends { jurisdiction: string }>(list: readonly T[]) =>
      list.filter((each) => each.jurisdiction === jurisdiction);
    const after = {
      units: here(filling.units),
      posts: here(filling.posts),
      people: here(filling.people),
      appointments: here(filling.appointments),
    };
    ctx.audit({
      jurisdiction,
      action: 'directory.import',
      subject: { type: 'import', id: by.file.slice(0, 32) },
      ...(by.acting ? { post: by.acting } : {}),
      facts: {
        units: after.units.length,
        posts: after.posts.length,
        people: after.people.length,
        appointments: after.appointments.length,
        file: by.file,
      },
      after,
    });
  }
}

/** One notice to each area's supervisor, where the regulation asks for it (QJ-6). */
async function report(ctx: Context, plan: ImportPlan, { unitOf }: BuiltFilling): Promise<void> {
  const areas = new Map<string, { unit: Unit; n: number }>();
  for (const each of plan.appointments) {
    const known = areas.get(each.jurisdiction);
    areas.set(each.jurisdiction, { unit: known?.unit ?? unitOf(each.unit), n: (known?.n ?? 0) + 1 });
  }
  for (const { unit, n } of areas.values())
    await reportStaffChange(ctx, unit, { code: 'directory.staff-imported', facts: { n } });
}

import { type RawBuilder, sql } from 'kysely';
import type { Visible } from './store.ts';

/** Rows of this module's as a statement of another joins them. */
export type Relation = RawBuilder<unknown>;

/** Joins what is given with `and`; true where there is nothing. */
function all(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return parts.length === 0 ? sql`true` : sql.join([...parts], sql` and `);
}

/** The accounts in operation as a relation for a statement of another module; jurisdictions lead, as everywhere. */
export function operatingRelation(
  { scope, overseen, units }: Visible,
  filter: {
    readonly jurisdictions: readonly string[] | null;
    readonly unit?: string | undefined;
    readonly account?: string | undefined;
    readonly hosts?: readonly string[] | undefined;
  },
): RawBuilder<unknown> {
  const asked = filter.jurisdictions;
  const within = scope === '*' ? asked : scope.filter((code) => asked === null || asked.includes(code));
  const whole = overseen === '*' || within?.every((code) => overseen.includes(code));
  return sql`(select jurisdiction_id, id as account_id, name as account_name, platform_name, host_unit_id, host_name
    from accounts where ${all([
      sql`state = 'operating'`,
      ...(within ? [sql`jurisdiction_id = any(${[...within]}::text[])`] : []),
      ...(filter.unit ? [sql`host_unit_id = ${filter.unit}`] : []),
      ...(filter.account ? [sql`id = ${filter.account}`] : []),
      ...(filter.hosts ? [sql`host_unit_id = any(${[...filter.hosts]}::uuid[])`] : []),
      ...(whole
        ? []
        : [sql`(jurisdiction_id = any(${[...overseen]}::text[]) or host_path && ${[...units]}::uuid[])`]),
    ])})`;
}

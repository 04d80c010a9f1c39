import { type Kysely, sql } from 'kysely';

/** Who answers for an account and with what papers: one row for each thing kept, with its days. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // Nothing is changed in place: what replaces a record is a new one, and the old one gets its last day.
  `create table stewardship_records (
    jurisdiction_id text not null,
    id uuid not null,
    account_id uuid,
    unit_id uuid not null,
    kind text not null,
    key text not null,
    appointment_id uuid,
    title text not null,
    content jsonb not null,
    flaws text[] not null,
    from_day date not null,
    valid_to date,
    to_day date,
    end_reason text,
    created_at timestamptz not null,
    created_by text not null,
    ended_at timestamptz,
    ended_by text,
    primary key (jurisdiction_id, id),
    foreign key (jurisdiction_id, account_id) references accounts (jurisdiction_id, id)
  )`,
  `create index stewardship_by_account on stewardship_records (jurisdiction_id, account_id, from_day)
    where account_id is not null`,
  'create index stewardship_by_unit on stewardship_records (jurisdiction_id, unit_id, from_day)',
  `create index stewardship_by_appointment on stewardship_records (jurisdiction_id, appointment_id)
    where appointment_id is not null and to_day is null`,
  `call juzhen_protect('stewardship_records', 'select, insert, update')`,

  // One row for each account and unit, held while its ledger is written: two who fill the same role at once cannot both pass.
  `create table stewardship_places (
    jurisdiction_id text not null,
    place_id uuid not null,
    writes int not null,
    primary key (jurisdiction_id, place_id)
  )`,
  `call juzhen_protect('stewardship_places', 'select, insert, update')`,

  // Who guides whom is asked for every list that a guiding department opens.
  'create index units_by_guide on units (guided_by_id) where guided_by_id is not null',
];

import { type Kysely, sql } from 'kysely';

/** Websites with their domains, units' sections on them, columns, and requests for new ones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table sites (
    jurisdiction_id text not null,
    id uuid not null,
    name text not null,
    site_code text,
    icp text,
    police text,
    host_unit_id uuid not null,
    host_name text not null,
    account_id uuid,
    opened_on date,
    version int not null check (version > 0),
    created_at timestamptz not null,
    primary key (jurisdiction_id, id)
  )`,
  `create unique index sites_by_code on sites (jurisdiction_id, site_code) where site_code is not null`,
  `create unique index sites_by_account on sites (jurisdiction_id, account_id) where account_id is not null`,
  `call juzhen_protect('sites', 'select, insert, update')`,

  // A domain leads to one site; the first of a site is its main one.
  `create table site_domains (
    jurisdiction_id text not null,
    domain text not null,
    site_id uuid not null,
    position int not null,
    primary key (jurisdiction_id, domain),
    foreign key (jurisdiction_id, site_id) references sites (jurisdiction_id, id)
  )`,
  'create index site_domains_by_site on site_domains (jurisdiction_id, site_id, position)',
  `call juzhen_protect('site_domains', 'select, insert, update, delete')`,

  `create table site_sections (
    jurisdiction_id text not null,
    id uuid not null,
    site_id uuid not null,
    unit_id uuid not null,
    unit_name text not null,
    name text not null,
    initials text,
    address text not null,
    address_key text not null,
    built_on date,
    request_id uuid,
    closed_on date,
    version int not null check (version > 0),
    created_at timestamptz not null,
    primary key (jurisdiction_id, id),
    foreign key (jurisdiction_id, site_id) references sites (jurisdiction_id, id)
  )`,
  // One section of a unit on a site, one section at an address, and initials belong to whoever had them first.
  `create unique index site_sections_by_unit on site_sections (jurisdiction_id, site_id, unit_id)
    where closed_on is null`,
  `create unique index site_sections_by_address on site_sections (jurisdiction_id, address_key)
    where closed_on is null`,
  `create unique index site_sections_by_initials on site_sections (jurisdiction_id, site_id, initials)
    where closed_on is null and initials is not null`,
  `call juzhen_protect('site_sections', 'select, insert, update')`,

  // place: the section's id, or that of the site for a column of the main site.
  `create table site_columns (
    jurisdiction_id text not null,
    id uuid not null,
    site_id uuid not null,
    section_id uuid,
    place_id uuid not null,
    unit_id uuid,
    unit_name text,
    name text not null,
    name_key text not null,
    update_class text,
    address text not null,
    address_key text not null,
    built_on date,
    request_id uuid,
    closed_on date,
    version int not null check (version > 0),
    created_at timestamptz not null,
    primary key (jurisdiction_id, id),
    foreign key (jurisdiction_id, site_id) references sites (jurisdiction_id, id),
    foreign key (jurisdiction_id, section_id) references site_sections (jurisdiction_id, id)
  )`,
  `create unique index site_columns_by_name on site_columns (jurisdiction_id, site_id, place_id, name_key)
    where closed_on is null`,
  `create unique index site_columns_by_address on site_columns (jurisdiction_id, address_key)
    where closed_on is null`,
  'create index site_columns_by_unit on site_columns (jurisdiction_id, unit_id)',
  `call juzhen_protect('site_columns', 'select, insert, update')`,

  `create table column_requests (
    jurisdiction_id text not null,
    id uuid not null,
    site_id uuid not null,
    site_name text not null,
    unit_id uuid not null,
    unit_name text not null,
    unit_path uuid[] not null,
    kind text not null check (kind in ('section', 'column')),
    section_id uuid,
    place_id uuid not null,
    name text not null,
    name_key text not null,
    update_class text,
    purpose text not null,
    state text not null check (state in
      ('draft', 'in-approval', 'returned', 'approved', 'built', 'refused', 'withdrawn')),
    revision int not null check (revision > 0),
    version int not null check (version > 0),
    chain jsonb not null,
    pack text,
    pack_version text,
    pinned_on date not null,
    content_digest text,
    approval_id uuid,
    builder_unit_id uuid,
    builder_name text,
    built_id uuid,
    built_on date,
    built_address text,
    built_by text,
    built_at timestamptz,
    submitted_at timestamptz,
    submitted_by uuid,
    submitted_by_name text,
    submitted_post text,
    approved_at timestamptz,
    created_at timestamptz not null,
    created_by uuid,
    updated_at timestamptz not null,
    primary key (jurisdiction_id, id),
    foreign key (jurisdiction_id, site_id) references sites (jurisdiction_id, id)
  )`,
  // Of two requests for the same thing under way at once, one wins.
  `create unique index column_requests_under_way on column_requests (jurisdiction_id, site_id, place_id, name_key)
    where state in ('in-approval', 'approved')`,
  'create index column_requests_by_update on column_requests (jurisdiction_id, updated_at desc, id)',
  'create index column_requests_by_unit on column_requests (jurisdiction_id, unit_id, state)',
  'create index column_requests_by_builder on column_requests (jurisdiction_id, builder_unit_id, state)',
  `call juzhen_protect('column_requests', 'select, insert, update')`,
];

/**
 * Writes server/policy/calendar/announced-years.ts from chinese-days: node --import tsx scripts/calendar-seed.ts
 * Run once a year at most, when the package knows a new notice; the file is checked in and read by people.
 * A running system needs no release for that: its administrator loads the year (PUT /api/v1/calendar/:year).
 */
import { writeFileSync } from 'node:fs';
import { seedYears, writeSource } from './calendar-years.ts';

const FILE = new URL('../server/policy/calendar/announced-years.ts', import.meta.url);

writeFileSync(FILE, writeSource(seedYears()));
console.log(FILE.pathname);

export { describeLedger } from './describe-ledger.ts';
export { stewardshipJobs } from './jobs.ts';
export { countSupervisedGaps, type LedgerDuty, listLedgerDuties } from './list-duties.ts';
export { stewardshipRoutes } from './routes.ts';

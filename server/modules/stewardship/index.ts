export { describeLedger } from './describe-ledger.ts';
export { accountPlace } from './find-place.ts';
export { stewardshipJobs } from './jobs.ts';
export { keepRecord } from './keep-record.ts';
export { countSupervisedGaps, type LedgerDuty, listLedgerDuties } from './list-duties.ts';
export { stewardshipRoutes } from './routes.ts';

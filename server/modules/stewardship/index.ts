export { describeLedger } from './describe-ledger.ts';
export { accountPlace } from './find-place.ts';
export { tendedAccounts } from './find-tended.ts';
export { stewardshipJobs } from './jobs.ts';
export { keepRecord } from './keep-record.ts';
export { countSupervisedGaps, type LedgerDuty, listLedgerDuties } from './list-duties.ts';
export { moveServices } from './move-services.ts';
export { stewardshipRoutes } from './routes.ts';

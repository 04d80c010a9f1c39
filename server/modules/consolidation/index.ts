export { describeConsolidation } from './describe-consolidation.ts';
export { consolidationListeners } from './follow-filings.ts';
export { consolidationJobs } from './jobs.ts';
export { maySeeConsolidation } from './list-proposals.ts';
export { consolidationRoutes } from './routes.ts';

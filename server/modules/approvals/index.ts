export { decideStep } from './decide-step.ts';
export { voidApproval, withdrawApproval } from './end-approval.ts';
export { type Approval, currentStep, type Step, type SummaryLine } from './model.ts';
export { approvalsOf, openHolders, waitingFor } from './read-approval.ts';
export { type Route, resolveRoute } from './resolve-route.ts';
export { approvalsRoutes } from './routes.ts';
export { startApproval } from './start-approval.ts';

import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queryClient } from '../lib/query-client.ts';
import { listSearch } from '../lib/search.ts';
import { sessionQuery } from './session.ts';

const root = createRootRoute();

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { return?: string } => {
    const back = text(search.return);
    return back ? { return: back } : {};
  },
  component: lazyRouteComponent(() => import('../modules/identity/sign-in.tsx'), 'SignIn'),
});

/** Lets nobody past who is not signed in, and remembers where they wanted to go. */
async function requireSession(href: string, forced: boolean): Promise<void> {
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (!session) throw redirect({ to: '/sign-in', search: href === '/' ? {} : { return: href } });
  if (session.mustChangePassword && !forced) throw redirect({ to: '/password' });
}

const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  beforeLoad: ({ location }) => requireSession(location.href, true),
  component: lazyRouteComponent(() => import('../modules/identity/change-password.tsx'), 'ChangePassword'),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: ({ location }) => requireSession(location.href, false),
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
});

const workbench = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('../modules/overview/workbench.tsx'), 'Workbench'),
});

const approval = createRoute({
  getParentRoute: () => shell,
  path: '/approvals/$jurisdiction/$id',
  component: lazyRouteComponent(() => import('./approval-screen.tsx'), 'ApprovalScreen'),
});

const accounts = createRoute({
  getParentRoute: () => shell,
  path: '/accounts',
  validateSearch: listSearch('q', 'unit', 'platform', 'state'),
  component: lazyRouteComponent(() => import('../modules/accounts/account-list.tsx'), 'AccountList'),
});

const dossier = createRoute({
  getParentRoute: () => shell,
  path: '/accounts/$jurisdiction/$id',
  component: lazyRouteComponent(() => import('./dossier-screen.tsx'), 'DossierScreen'),
});

const sightings = createRoute({
  getParentRoute: () => shell,
  path: '/sightings',
  validateSearch: listSearch('q', 'kind', 'state'),
  component: lazyRouteComponent(() => import('../modules/sightings/drift-list.tsx'), 'DriftList'),
});

const accountSightings = createRoute({
  getParentRoute: () => shell,
  path: '/sightings/$jurisdiction/$id',
  component: lazyRouteComponent(
    () => import('../modules/sightings/account-sightings.tsx'),
    'AccountSightings',
  ),
});

const stewardship = createRoute({
  getParentRoute: () => shell,
  path: '/stewardship',
  validateSearch: listSearch('state', 'kind', 'unit', 'jurisdiction'),
  component: lazyRouteComponent(() => import('../modules/stewardship/warnings-page.tsx'), 'WarningsPage'),
});

const unitLedger = createRoute({
  getParentRoute: () => shell,
  path: '/stewardship/units/$id',
  component: lazyRouteComponent(() => import('../modules/stewardship/unit-ledger.tsx'), 'UnitLedger'),
});

const filings = createRoute({
  getParentRoute: () => shell,
  path: '/filings',
  validateSearch: listSearch('q', 'unit', 'kind', 'state', 'platform'),
  component: lazyRouteComponent(() => import('../modules/accounts/filing-list.tsx'), 'FilingList'),
});

const startFiling = createRoute({
  getParentRoute: () => shell,
  path: '/filings/new',
  validateSearch: listSearch('unit', 'way'),
  component: lazyRouteComponent(() => import('../modules/accounts/start-filing.tsx'), 'StartFiling'),
});

const startMatter = createRoute({
  getParentRoute: () => shell,
  path: '/accounts/$jurisdiction/$id/$kind',
  component: lazyRouteComponent(() => import('../modules/accounts/start-matter.tsx'), 'StartMatter'),
});

const relays = createRoute({
  getParentRoute: () => shell,
  path: '/relays',
  component: lazyRouteComponent(() => import('../modules/accounts/relay-page.tsx'), 'RelayPage'),
});

const filing = createRoute({
  getParentRoute: () => shell,
  path: '/filings/$jurisdiction/$id',
  component: lazyRouteComponent(() => import('../modules/accounts/filing-page.tsx'), 'FilingPage'),
});

const intakes = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  component: lazyRouteComponent(() => import('../modules/intake/intake-list.tsx'), 'IntakeList'),
});

const intake = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$jurisdiction/$id',
  component: lazyRouteComponent(() => import('../modules/intake/intake-page.tsx'), 'IntakePage'),
});

const consolidations = createRoute({
  getParentRoute: () => shell,
  path: '/consolidations',
  validateSearch: listSearch('q', 'kind', 'state'),
  component: lazyRouteComponent(() => import('../modules/consolidation/proposal-list.tsx'), 'ProposalList'),
});

const consolidation = createRoute({
  getParentRoute: () => shell,
  path: '/consolidations/$jurisdiction/$id',
  component: lazyRouteComponent(() => import('../modules/consolidation/proposal-page.tsx'), 'ProposalPage'),
});

const sites = createRoute({
  getParentRoute: () => shell,
  path: '/sites',
  validateSearch: listSearch(),
  component: lazyRouteComponent(() => import('../modules/sites/site-list.tsx'), 'SiteList'),
});

const site = createRoute({
  getParentRoute: () => shell,
  path: '/sites/$jurisdiction/$id',
  component: lazyRouteComponent(() => import('../modules/sites/site-page.tsx'), 'SitePage'),
});

const columnRequests = createRoute({
  getParentRoute: () => shell,
  path: '/column-requests',
  validateSearch: listSearch('state'),
  component: lazyRouteComponent(() => import('../modules/sites/request-list.tsx'), 'RequestList'),
});

const startColumnRequest = createRoute({
  getParentRoute: () => shell,
  path: '/column-requests/new',
  validateSearch: listSearch('jurisdiction', 'site', 'section'),
  component: lazyRouteComponent(() => import('../modules/sites/start-request.tsx'), 'StartRequest'),
});

const columnRequest = createRoute({
  getParentRoute: () => shell,
  path: '/column-requests/$jurisdiction/$id',
  component: lazyRouteComponent(() => import('../modules/sites/request-page.tsx'), 'RequestPage'),
});

const regulations = createRoute({
  getParentRoute: () => shell,
  path: '/policy',
  component: lazyRouteComponent(() => import('../modules/policy/regulation-list.tsx'), 'RegulationList'),
});

const regulation = createRoute({
  getParentRoute: () => shell,
  path: '/policy/regulations/$pack',
  validateSearch: listSearch('q'),
  component: lazyRouteComponent(() => import('../modules/policy/regulation-page.tsx'), 'RegulationPage'),
});

const holds = createRoute({
  getParentRoute: () => shell,
  path: '/policy/holds',
  validateSearch: listSearch('unit', 'jurisdiction', 'on', 'q', 'state'),
  component: lazyRouteComponent(() => import('../modules/policy/holds-page.tsx'), 'HoldsPage'),
});

const due = createRoute({
  getParentRoute: () => shell,
  path: '/policy/due',
  validateSearch: listSearch('from', 'n', 'unit'),
  component: lazyRouteComponent(() => import('../modules/policy/due-page.tsx'), 'DuePage'),
});

const trace = createRoute({
  getParentRoute: () => shell,
  path: '/policy/trace',
  validateSearch: listSearch('regulation', 'status', 'q'),
  component: lazyRouteComponent(() => import('../modules/policy/trace-page.tsx'), 'TracePage'),
});

const calendar = createRoute({
  getParentRoute: () => shell,
  path: '/policy/calendar',
  validateSearch: listSearch('year'),
  component: lazyRouteComponent(() => import('../modules/policy/calendar-page.tsx'), 'CalendarPage'),
});

const directory = createRoute({
  getParentRoute: () => shell,
  path: '/directory',
  validateSearch: listSearch('unit', 'q'),
  component: lazyRouteComponent(() => import('../modules/directory/units-page.tsx'), 'UnitsPage'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/directory/people',
  validateSearch: listSearch('q', 'unit'),
  component: lazyRouteComponent(() => import('../modules/directory/people-page.tsx'), 'PeoplePage'),
});

const importing = createRoute({
  getParentRoute: () => shell,
  path: '/directory/import',
  component: lazyRouteComponent(() => import('../modules/directory/import-page.tsx'), 'ImportPage'),
});

const checks = createRoute({
  getParentRoute: () => shell,
  path: '/checks',
  component: lazyRouteComponent(() => import('../modules/checking/check-page.tsx'), 'CheckPage'),
});

const checkRecords = createRoute({
  getParentRoute: () => shell,
  path: '/checks/records',
  validateSearch: listSearch(),
  component: lazyRouteComponent(() => import('../modules/checking/check-list.tsx'), 'CheckList'),
});

const checkOverrides = createRoute({
  getParentRoute: () => shell,
  path: '/checks/overrides',
  validateSearch: listSearch(),
  component: lazyRouteComponent(() => import('../modules/checking/override-list.tsx'), 'OverrideList'),
});

const checkLexicon = createRoute({
  getParentRoute: () => shell,
  path: '/checks/lexicon',
  validateSearch: listSearch('jurisdiction', 'q'),
  component: lazyRouteComponent(() => import('../modules/checking/lexicon-page.tsx'), 'LexiconPage'),
});

const checkRecord = createRoute({
  getParentRoute: () => shell,
  path: '/checks/$jurisdiction/$id',
  validateSearch: listSearch('document'),
  component: lazyRouteComponent(() => import('../modules/checking/check-record.tsx'), 'CheckRecord'),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: listSearch('person', 'from', 'to', 'subjectType', 'subjectId'),
  component: lazyRouteComponent(() => import('../modules/audit/audit-log.tsx'), 'AuditLog'),
});

export const routeTree = root.addChildren([
  signIn,
  password,
  shell.addChildren([
    workbench,
    approval,
    accounts,
    dossier,
    stewardship,
    unitLedger,
    sightings,
    accountSightings,
    filings,
    startFiling,
    startMatter,
    relays,
    filing,
    intakes,
    intake,
    consolidations,
    consolidation,
    sites,
    site,
    columnRequests,
    startColumnRequest,
    columnRequest,
    regulations,
    regulation,
    holds,
    due,
    trace,
    calendar,
    directory,
    people,
    importing,
    audit,
    checks,
    checkRecords,
    checkOverrides,
    checkLexicon,
    checkRecord,
  ]),
]);

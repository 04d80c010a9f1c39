import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../lib/search.ts';
import { shell } from './shell-route.tsx';

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

/** The registry: accounts, filings, findings, ledgers, imports, consolidation, websites. */
export const registryRoutes = [
  accounts,
  dossier,
  sightings,
  accountSightings,
  stewardship,
  unitLedger,
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
] as const;

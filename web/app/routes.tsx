import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../lib/search.ts';
import { registryRoutes } from './registry-routes.tsx';
import { password, root, shell, signIn } from './shell-route.tsx';

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
    ...registryRoutes,
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

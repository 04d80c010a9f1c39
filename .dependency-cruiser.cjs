// The import rules of docs/architecture.md. Every one is an error; scripts/house/boundaries.test.ts plants a breach of each.

/** The order in which modules may lean on each other: only on those named before. */
const MODULES = [
  'directory',
  'approvals',
  'deadlines',
  'accounts',
  'stewardship',
  'sightings',
  'sites',
  'consolidation',
  'intake',
  'dossiers',
  'checking',
  'manuscripts',
  'publishing',
  'monitoring',
  'rectification',
  'inspection',
  'requests',
  'safety',
  'overview',
];

const TESTS = '\\.(test|story)\\.tsx?$';
const TEST_TOOLS = '(^|/)testing[a-z-]*\\.ts$|\\.test-data\\.ts$|(^|/)fixtures/';
const PACKAGE = (names) => `(^|/)node_modules/(${names})(/|$)`;

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const downwards = MODULES.flatMap((module, place) => {
  const later = MODULES.slice(place + 1);
  if (later.length === 0) return [];
  return [
    forbid(
      `${module}-looks-down-only`,
      `${module} may use the doors of the modules before it, never of those after it`,
      { path: `^server/modules/${module}/`, pathNot: TESTS },
      { path: `^server/modules/(${later.join('|')})/` },
    ),
  ];
});

module.exports = {
  forbidden: [
    forbid('no-cycles', 'two files that need each other are one', {}, { circular: true }),
    forbid('resolvable', 'an import that leads nowhere', {}, { couldNotResolve: true }),
    forbid(
      'contracts-are-leaves',
      'contracts say what travels and know nobody',
      { path: '^contracts/', pathNot: TESTS },
      { pathNot: ['^contracts/', PACKAGE('zod')] },
    ),
    forbid(
      'web-meets-server-in-contracts',
      'the pages know the contracts only',
      { path: '^web/' },
      { path: '^(server|cli|migrations|bench|e2e|scripts)/' },
    ),
    forbid(
      'server-knows-no-pages',
      'the server knows no pages',
      { path: '^(server|contracts|cli)/' },
      { path: '^web/' },
    ),
    forbid(
      'modules-meet-at-the-door',
      'another module is entered by its index.ts; tests may use its test tools too',
      { path: '^server/modules/([^/]+)/' },
      {
        path: '^server/modules/([^/]+)/',
        pathNot: ['^server/modules/$1/', '^server/modules/[^/]+/(index|testing[a-z-]*)\\.ts$'],
      },
    ),
    forbid(
      'faces-use-the-door',
      'portal, command line and wiring enter a module by its index.ts',
      { path: '^(server/(portal|demo)|cli|bench)/|^server/[a-z]+\\.ts$' },
      { path: '^server/modules/[^/]+/', pathNot: '^server/modules/[^/]+/(index|testing)\\.ts$' },
    ),
    ...downwards,
    forbid(
      'below-knows-no-above',
      'what modules stand on knows no module',
      {
        path: '^server/(kernel|policy|checks|threads|check-pool|scan-pool|channels|documents)/',
        pathNot: TESTS,
      },
      { path: '^server/(modules|portal|demo)/|^server/[a-z]+\\.ts$' },
    ),
    forbid(
      'rules-are-pure',
      'rules decide from facts, policy and day: they see the nouns, the policy engine, the content check and the contracts',
      { path: '^server/modules/([^/]+)/rules[a-z-]*\\.ts$' },
      {
        pathNot: [
          '^server/modules/$1/([a-z-]*model|rules[a-z-]*)\\.ts$',
          '^server/policy/(?!load\\.ts$)',
          '^server/checks/',
          '^contracts/',
          '^server/kernel/(actor|context|outcome)\\.ts$',
        ],
      },
    ),
    forbid(
      'models-are-nouns',
      'a model knows the contracts and what it is made of',
      { path: '^server/modules/([^/]+)/[a-z-]*model\\.ts$' },
      {
        pathNot: [
          '^contracts/',
          '^server/policy/(?!load\\.ts$)',
          '^server/modules/[^/]+/(index|[a-z-]*model)\\.ts$',
          '^server/kernel/(actor|outcome)\\.ts$',
        ],
      },
    ),
    forbid(
      'policy-is-pure',
      'only load.ts reads files; the rest takes data in and gives answers out',
      { path: '^server/policy/', pathNot: ['^server/policy/load\\.ts$', TESTS] },
      { pathNot: ['^server/policy/(?!load\\.ts$)', '^contracts/', PACKAGE('zod|yaml')] },
    ),
    forbid(
      'checks-are-pure',
      'text in, findings out',
      { path: '^server/checks/', pathNot: ['^server/checks/lexicon/', TESTS, TEST_TOOLS] },
      { pathNot: ['^server/checks/', '^contracts/'] },
    ),
    forbid(
      'lexicons-are-read-as-packs-are',
      'lexicons use the strict reader of the packs and nothing else',
      { path: '^server/checks/lexicon/', pathNot: TESTS },
      {
        pathNot: [
          '^server/checks/',
          '^contracts/',
          '^server/policy/(read-yaml|zod-problems)\\.ts$',
          PACKAGE('zod'),
        ],
      },
    ),
    forbid(
      'sql-in-stores-only',
      'SQL stands in stores, in the kernel and in migrations',
      {
        path: '^(server|cli|contracts|bench)/',
        pathNot: [
          '^server/modules/[^/]+/([a-z-]*store[a-z-]*|tables)\\.ts$',
          '^server/kernel/',
          '^bench/',
          TESTS,
          TEST_TOOLS,
        ],
      },
      { path: PACKAGE('kysely|pg') },
    ),
    forbid(
      'http-in-routes-only',
      'fastify stands in routes, in the portal and where the kernel meets HTTP',
      {
        path: '^(server|cli)/',
        pathNot: [
          '/routes[a-z-]*\\.tsx?$',
          '^server/portal/',
          '^server/kernel/(http|identity)/',
          '^server/main\\.ts$',
          TESTS,
          TEST_TOOLS,
        ],
      },
      { path: PACKAGE('fastify|@fastify|fastify-type-provider-zod') },
    ),
    forbid(
      'queue-in-kernel-only',
      'pg-boss stands in kernel/jobs',
      { path: '^(server|cli|bench)/', pathNot: ['^server/kernel/jobs(\\.ts|\\.test\\.ts|/)'] },
      { path: PACKAGE('pg-boss') },
    ),
    forbid(
      'formats-in-documents-only',
      'Word, Excel and PDF stand in server/documents',
      { path: '^(server|cli|web|bench|scripts)/', pathNot: ['^server/documents/', TESTS] },
      { path: PACKAGE('exceljs|docx|@myriaddreamin') },
    ),
    forbid(
      'migrations-stand-alone',
      'frozen history imports kysely and nothing of ours',
      { path: '^migrations/', pathNot: TESTS },
      { pathNot: PACKAGE('kysely') },
    ),
    forbid(
      'ui-knows-no-business',
      'ui and lib serve all pages and know none',
      { path: '^web/(ui|lib)/', pathNot: TESTS },
      { path: '^web/(app|modules)/' },
    ),
    forbid(
      'tests-are-not-imported',
      'code does not lean on tests or their tools',
      { pathNot: [TESTS, TEST_TOOLS, '^e2e/', '\\.config\\.ts$'] },
      { path: [TESTS, TEST_TOOLS] },
    ),
    forbid(
      'no-dev-packages-at-run-time',
      'npm ci --omit=dev must leave a system that runs',
      { path: '^(server|contracts|cli|web|migrations)/', pathNot: [TESTS, TEST_TOOLS, '\\.config\\.ts$'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: PACKAGE('@types') },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/dist/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      mainFields: ['module', 'main'],
    },
  },
};

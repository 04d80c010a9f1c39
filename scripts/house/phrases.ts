import { type Finding, isCode, type Source, servesTests, walk } from './source.ts';

/** Put together from parts, so that this file does not find itself. */
const FORBIDDEN: [RegExp, string][] = [
  [
    new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|X{3}|${['HA', 'CK'].join('')})\\b`),
    'unfinished work',
  ],
  [new RegExp(['@ts', 'ignore'].join('-')), 'a hole in the types'],
  [new RegExp(['(^|[\\s"\'`(])', 'work/(main|plan|shared)'].join('/')), 'a path of one machine'],
  [new RegExp(['\\.\\./', 'shared/'].join('')), 'a path outside the project'],
  [
    new RegExp(
      `${['place', 'holder'].join('')} (implementation|code)|not ${['imple', 'mented'].join('')}`,
      'i',
    ),
    'a stub',
  ],
  [new RegExp(['暂未', '实现'].join('')), 'a stub'],
  [new RegExp(['Co-Authored', 'By'].join('-'), 'i'), 'a trace of how the text came about'],
];
const TEXT = /\.(tsx?|m?js|cjs|mts|md|ya?ml|json|css|html|sh)$|^\.ci\/run$/;
const SKIPPED = /^package-lock\.json$|(^|\/)generated\//;
const ENVIRONMENT_READERS = [
  /^server\/config\.ts$/,
  // hands the environment on to child processes
  /^server\/kernel\/db\/embedded\.ts$/,
  /\.config\.ts$/,
];

/** Words that mark a text as unfinished or as belonging to one machine. */
export function phrases({ path, text }: Source): Finding[] {
  if (!TEXT.test(path) || SKIPPED.test(path)) return [];
  return text.split('\n').flatMap((line, place) =>
    FORBIDDEN.filter(([pattern]) => pattern.test(line)).map(([pattern, why]) => ({
      path,
      line: place + 1,
      message: `“${pattern.exec(line)?.[0].trim()}”: ${why}`,
    })),
  );
}

/** One file reads the environment, so that one file shows what can be set. */
export function environment(source: Source): Finding[] {
  const { path } = source;
  if (!/^(server|contracts|web)\//.test(path) || !isCode(path) || servesTests(path)) return [];
  if (ENVIRONMENT_READERS.some((one) => one.test(path)) || !source.text.includes('process')) return [];
  const found: Finding[] = [];
  walk(source, (node, line) => {
    const { object, property } = node as { object?: { value?: unknown }; property?: { value?: unknown } };
    if (node.type === 'MemberExpression' && object?.value === 'process' && property?.value === 'env')
      found.push({ path, line, message: 'the environment is read in server/config.ts' });
  });
  return found;
}

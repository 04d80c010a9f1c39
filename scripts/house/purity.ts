import { type Finding, type Node, type Source, servesTests, walk } from './source.ts';

const PURE = [
  /^server\/modules\/[^/]+\/rules(-[a-z-]+)?\.ts$/,
  /^server\/policy\/(?!load\.ts$)/,
  /^server\/checks\//,
];
const IMPURE = new Set([
  ...['Date', 'process', 'performance', 'crypto', 'globalThis', 'fetch', 'console'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'require'],
]);

/** Rules, policy and checks take their facts as arguments: no clock, no chance, no world. */
export function purity(source: Source): Finding[] {
  if (servesTests(source.path) || !source.path.endsWith('.ts') || !PURE.some((one) => one.test(source.path)))
    return [];
  const found: Finding[] = [];
  walk(source, (node, line) => {
    const name = node.type === 'MemberExpression' ? memberName(node) : referenceName(node);
    if (name) found.push({ path: source.path, line, message: `${name} in a file that must be pure` });
  });
  return found;
}

/** swc marks references with `optional`; names of properties do not carry it. */
function referenceName(node: Node): string | null {
  const isReference = node.type === 'Identifier' && node.optional !== undefined;
  return isReference && IMPURE.has(String(node.value)) ? String(node.value) : null;
}

function memberName(node: Node): string | null {
  const { object, property } = node as { object?: { value?: unknown }; property?: { value?: unknown } };
  return object?.value === 'Math' && property?.value === 'random' ? 'Math.random' : null;
}

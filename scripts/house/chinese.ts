import { type Finding, isCode, type Node, type Source, servesTests, walk } from './source.ts';

const HAN = /\p{Script=Han}/u;
const WORDLESS = /^(server|web)\//;
/** Where Chinese is data and not a sentence to a reader; each with its reason. */
const DATA: RegExp[] = [
  // titles and units of the rule catalogue, names of lunar festivals
  /^server\/policy\//,
  // what is checked for: numerals, particles, forms of numbers
  /^server\/checks\//,
  // the probe for trigrams of Chinese
  /^server\/kernel\/db\/check-server\.ts$/,
  // people, units and sentences of the invented demonstration
  /^server\/demo\//,
  // names of fonts, as Word and Excel know them
  /^server\/documents\/(docx|xlsx)[a-z-]*\.ts$/,
];

/** Chinese sentences stand in contracts/<module>/words.ts, so that one file shows all that a module says. */
export function chinese(source: Source): Finding[] {
  const { path } = source;
  if (!WORDLESS.test(path) || !isCode(path) || servesTests(path) || DATA.some((one) => one.test(path)))
    return [];
  if (!HAN.test(source.text)) return [];
  const found: Finding[] = [];
  walk(source, (node, line) => {
    const text = literal(node);
    if (HAN.test(text))
      found.push({ path, line, message: `Chinese text “${text.trim().slice(0, 20)}” outside words.ts` });
  });
  return found;
}

/** A regular expression may name characters; a text may not. */
function literal(node: Node): string {
  if (node.type === 'StringLiteral' || node.type === 'JSXText' || node.type === 'Identifier')
    return String(node.value ?? '');
  return node.type === 'TemplateElement' ? String(node.raw ?? '') : '';
}

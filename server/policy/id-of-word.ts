import { builtInGates, builtInPosts } from './model.ts';
import { valueWords } from './value-words.ts';
import { tierWords, unitWords } from './words.ts';

const words: Readonly<Record<string, string>> = {
  ...valueWords,
  ...builtInPosts,
  ...builtInGates,
  ...tierWords,
  ...unitWords,
  approve: '审批',
  consent: '同意',
  file: '备案',
  relay: '转报',
  parent: '上级单位',
  park: '园区',
};

/**
 * The id a writer meant who wrote its Chinese name: 主要领导 is principal-leader. `among` limits the answer to the
 * ids that may stand there. Undefined when no name is like it.
 */
export function idOfWord(text: string, among?: readonly string[]): string | undefined {
  const known = Object.entries(words).filter(([id]) => among?.includes(id) ?? true);
  const exact = known.find(([, word]) => word === text);
  const alike = known.find(([, word]) => word.includes(text) || text.includes(word));
  return (exact ?? alike)?.[0];
}

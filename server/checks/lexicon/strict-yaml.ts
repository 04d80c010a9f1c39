/** Lexicons are read as strictly as policy packs, by the same reader and with the same words for faults. */
export { readYaml, type YamlFile } from '../../policy/read-yaml.ts';
export { pathText, zodProblems } from '../../policy/zod-problems.ts';

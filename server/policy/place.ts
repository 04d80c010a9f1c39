import type { PackProblem } from './model.ts';
import type { Path, YamlFile } from './read-yaml.ts';
import { pathText } from './zod-problems.ts';

/** A spot in a file, to which problems are pinned. */
export interface Place {
  yaml: YamlFile;
  path: Path;
}

/** A problem at a place, or below it when `sub` is given. */
export function problemAt(place: Place, sub: Path, reason: string, hint?: string): PackProblem {
  const path = [...place.path, ...sub];
  const line = place.yaml.lineOf(path);
  return {
    file: place.yaml.file,
    path: pathText(path),
    ...(line === undefined ? {} : { line }),
    reason,
    ...(hint === undefined ? {} : { hint }),
  };
}

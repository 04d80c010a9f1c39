import type { PackProblem } from './model.ts';
import type { Known } from './pack-set.ts';
import { type Place, problemAt } from './place.ts';
import { asKept, isDeclared, isWritten } from './platform-id.ts';
import type { Path } from './read-yaml.ts';
import type { PlatformEntry } from './values-platform.ts';

/** Checks what platforms say of themselves: a name somewhere, examples that are right, links that lead to identifiers. */
export function checkPlatforms(
  place: Place,
  platforms: readonly PlatformEntry[],
  known: Known,
): PackProblem[] {
  return platforms.flatMap((platform, i) => {
    const path = ['value', i];
    return [
      ...nameless(place, path, platform, known),
      ...wrongExamples(place, path, platform),
      ...blindLinks(place, path, platform),
    ];
  });
}

function nameless(place: Place, path: Path, platform: PlatformEntry, known: Known): PackProblem[] {
  if (isDeclared(platform) || known.platforms.has(platform.id)) return [];
  return [
    problemAt(
      place,
      path,
      `没有平台 ${platform.id}`,
      '新平台要写全 name、kind、idLabel；只改上级已声明的平台时，编号要与上级一致',
    ),
  ];
}

function wrongExamples(place: Place, path: Path, { ids = [], handle }: PlatformEntry): PackProblem[] {
  const wrong = ids.flatMap((id, k) => (isWritten(asKept(id.example, id), id.formats) ? [] : [['ids', k]]));
  const all: Path[] = handle && !isWritten(handle.example, handle.formats) ? [...wrong, ['handle']] : wrong;
  return all.map((at) => problemAt(place, [...path, ...at, 'example'], '例子不符合 formats 里的写法'));
}

/** A link form names identifiers of its platform, or says that it shows only content. */
function blindLinks(place: Place, path: Path, { ids, urls = [] }: PlatformEntry): PackProblem[] {
  const names = ids && new Set([...ids.map(({ id }) => id), 'handle']);
  return urls.flatMap((form, k) => {
    const at = [...path, 'urls', k];
    const named = [
      ...[...form.hosts, form.path].flatMap((text) =>
        [...text.matchAll(/\{([a-z0-9-]+)\}/g)].map(([, name]) => name),
      ),
      ...Object.values(form.query ?? {}),
    ];
    if (named.length === 0 && !form.content)
      return [
        problemAt(
          place,
          at,
          '这个链接样式里没有编号',
          '写上 {编号} 或 query；只是内容的链接写 content: true',
        ),
      ];
    return named
      .filter((name) => name !== undefined && names && !names.has(name))
      .map((name) => problemAt(place, at, `ids 里没有编号 ${name}`));
  });
}

import type { DeclaredLink } from '../checks/context.ts';
import type { Unobserved } from '../checks/inputs/passage.ts';
import { readPicture } from './read-picture.ts';
import type { ZipArchive } from './zip-archive.ts';

const MACROS = /(?:^|\/)(?:vba(?:project|data)[^/]*|macrosheets\/.*|activex\/.*)$/i;
const EMBEDDED = /(?:^|\/)embeddings\/[^/]+$/i;
/** Of a text and of the cells of a sheet, and the answers to them. */
const COMMENTS = /(?:^|\/)(?:comments?\d*|threadedcomments?\d*)\.xml$/i;
const MEDIA = /(?:^|\/)media\/[^/]+$/i;
/** Codes are looked for in so many pictures of one file. */
const MOST_PICTURES = 50;

/** What a package carries beside its text and is left unread: nothing of it is ever run. */
export function setAside(archive: ZipArchive): Unobserved[] {
  const embedded = archive.names.filter((name) => EMBEDDED.test(name)).length;
  return [
    ...(archive.names.some((name) => MACROS.test(name)) ? [{ code: 'macros' } as const] : []),
    ...(embedded > 0 ? [{ code: 'embedded', facts: { count: embedded } } as const] : []),
    ...(archive.names.some((name) => COMMENTS.test(name)) ? [{ code: 'comments' } as const] : []),
  ];
}

/** Reads the codes in a package's pictures; what else they show is said to be unseen, in one line. */
export async function readPictures(
  archive: ZipArchive,
): Promise<{ links: DeclaredLink[]; unobserved: Unobserved[] }> {
  const names = archive.names.filter((name) => MEDIA.test(name));
  const links: DeclaredLink[] = [];
  const unobserved: Unobserved[] = [];
  let seen = Math.max(0, names.length - MOST_PICTURES);
  for (const name of names.slice(0, MOST_PICTURES)) {
    const picture = await readPicture(name.slice(name.lastIndexOf('/') + 1), await archive.read(name));
    links.push(...picture.links);
    for (const each of picture.unobserved) {
      if (each.code === 'picture') seen += 1;
      else unobserved.push(each);
    }
  }
  if (seen > 0) unobserved.unshift({ code: 'picture', facts: { count: seen } });
  return { links, unobserved };
}

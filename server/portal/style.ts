import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const css = read('portal.css') + read('parts.css');
const mark = createHash('sha256').update(css).digest('hex').slice(0, 12);

/** The portal's one style sheet; its address changes with its content, so it may be kept for good. */
export const style = { css, path: `/public/portal.${mark}.css` } as const;

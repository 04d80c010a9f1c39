import type { DeclaredLink } from '../checks/context.ts';
import type { HtmlAttribute } from './html-attributes.ts';

const MINI_PROGRAM = /^mp-(?:common-)?miniprogram$/;
const MINI_PROGRAM_ID = /^(?:data-(?:miniprogram|weapp)-)?appid$/;
const PICTURE_ADDRESSES = new Set(['src', 'data-src']);

/** Gathers what an element leads to while its page is walked; `length` is the text gathered so far. */
export function createLinkCollector(length: () => number) {
  const links: DeclaredLink[] = [];
  const pictures: string[] = [];
  let seen = 0;
  let anchor: { target: string; start: number } | null = null;
  let target = '';
  let address = '';
  let element = '';
  const endAnchor = () => {
    if (anchor !== null && anchor.target !== '') {
      links.push({ kind: 'anchor', target: anchor.target, start: anchor.start, end: length() });
    }
    anchor = null;
  };
  return {
    open(name: string) {
      element = name;
      target = '';
      address = '';
    },
    attribute(name: string, { name: attribute, value }: HtmlAttribute) {
      if (name === 'a' && attribute === 'href') target = value.trim();
      else if (MINI_PROGRAM.test(name) && MINI_PROGRAM_ID.test(attribute)) target = value.trim();
      else if (name === 'img' && PICTURE_ADDRESSES.has(attribute) && value !== '') address = value;
    },
    opened() {
      if (element === 'a') {
        endAnchor();
        anchor = { target, start: length() };
      } else if (MINI_PROGRAM.test(element) && target !== '') {
        links.push({ kind: 'mini-program', target, start: length(), end: length() });
      } else if (element === 'img') {
        seen += 1;
        if (address !== '') pictures.push(address);
      }
      element = '';
    },
    close(name: string) {
      if (name === 'a') endAnchor();
    },
    finish() {
      endAnchor();
      return { links, pictures, seen };
    },
  };
}

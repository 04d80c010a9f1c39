import { escapeXml } from './escape-xml.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Fonts of official papers, with what stands in for them on a machine that lacks them. */
const STAND_INS = [
  { name: '方正小标宋简体', other: '方正小标宋_GBK,华文中宋,宋体,SimSun', family: 'auto' },
  { name: '仿宋_GB2312', other: '仿宋,FangSong,华文仿宋', family: 'modern' },
] as const;

/** The part word/fontTable.xml: lets Word and WPS take the stand-in instead of a font of their own choice. */
export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}">${STAND_INS.map(
  ({ name, other, family }) =>
    `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
).join('')}</w:fonts>`;

/** The part docProps/core.xml with the title alone: neither the machine's clock nor a program's name is told. */
export function coreProperties(title: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ' +
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`
  );
}

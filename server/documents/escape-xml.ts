const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** A text for XML: signs replaced, characters that XML cannot hold left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (char) => (/[\t\r\n]/.test(char) ? char : ''))
    .replace(/[&<>"\r]/g, (char) => ESCAPES[char] ?? char);
}

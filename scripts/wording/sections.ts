/** Writes named sections behind a JSON header: the file that server/checks/wording/model.ts reads. */
export function packSections(
  header: Record<string, unknown>,
  sections: Readonly<Record<string, ArrayBufferView>>,
): Uint8Array {
  const list: Record<string, [number, number]> = {};
  let end = 0;
  for (const [name, { byteLength }] of Object.entries(sections)) {
    list[name] = [end, byteLength];
    end += Math.ceil(byteLength / 8) * 8;
  }
  const text = new TextEncoder().encode(JSON.stringify({ ...header, sections: list }));
  const start = Math.ceil((8 + text.length) / 8) * 8;
  const bytes = new Uint8Array(start + end);
  bytes.set([0x4a, 0x5a, 0x57, 0x31]);
  new DataView(bytes.buffer).setUint32(4, text.length, true);
  bytes.set(text, 8);
  for (const [name, view] of Object.entries(sections))
    bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), start + (list[name]?.[0] ?? 0));
  return bytes;
}

const codes = new Uint8Array(65_536);
for (let code = 1; code < 256; code += 1) {
  codes[new TextDecoder("windows-1251").decode(Uint8Array.of(code)).charCodeAt(0)] = code;
}

/** Encodes text as windows-1251. Throws a programmer error for a letter the code page lacks. */
export function encodeWindows1251(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = codes[text.charCodeAt(index)] ?? 0;
    if (code === 0) throw new Error(`windows-1251 has no letter ${text.charAt(index)}`);
    bytes[index] = code;
  }
  return bytes;
}

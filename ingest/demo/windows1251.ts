const codes = new Map<string, number>();
for (let code = 0; code < 256; code += 1) {
  const letter = new TextDecoder("windows-1251").decode(Uint8Array.of(code));
  codes.set(letter, code);
}

/** Encodes text as windows-1251. Throws a programmer error for a letter the code page lacks. */
export function encodeWindows1251(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = codes.get(text.charAt(index));
    if (code === undefined) throw new Error(`windows-1251 has no letter ${text.charAt(index)}`);
    bytes[index] = code;
  }
  return bytes;
}

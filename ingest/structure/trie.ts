/** Words as steps from byte to byte; node 0 is the root, a word ends where `ends` is 1. */
export interface Trie {
  readonly steps: Uint16Array;
  readonly ends: Uint8Array;
}

const longestWord = 48;
const mostNodes = 20_000;

/** Builds a trie of the first bytes of words, in UTF-8. Words beyond what it holds are cut, never left out. */
export function buildTrie(words: readonly string[]): Trie {
  const spelled = words.map((word) => Buffer.from(word).subarray(0, longestWord));
  const room = Math.min(
    mostNodes,
    spelled.reduce((sum, { length }) => sum + length, 1),
  );
  const steps = new Uint16Array(room * 256);
  const ends = new Uint8Array(room);
  let nodes = 1;
  for (const bytes of spelled) {
    let node = 0;
    for (const byte of bytes) {
      const step = node * 256 + byte;
      if (steps[step] === 0) {
        if (nodes === room) break;
        steps[step] = nodes;
        nodes += 1;
      }
      node = steps[step] ?? 0;
    }
    ends[node] = 1;
  }
  return { steps, ends };
}

/** Tells whether bytes begin with one of the words, behind padding. */
export function startsWord(
  { steps, ends }: Trie,
  padding: Uint8Array,
  bytes: Buffer,
  start: number,
  end: number,
): boolean {
  let at = start;
  while (at < end && padding[bytes[at] ?? 0] === 1) at += 1;
  let node = 0;
  for (; at < end; at += 1) {
    node = steps[node * 256 + (bytes[at] ?? 0)] ?? 0;
    if (node === 0) return false;
    if (ends[node] === 1 && !isWordByte(bytes[at + 1] ?? 0)) return true;
  }
  return false;
}

/** A letter or a digit goes on with the word. */
function isWordByte(byte: number): boolean {
  return byte >= 0x80 || (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}

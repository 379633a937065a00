import type { SampleLine } from "./survey.ts";

/** How the letters of a multi-byte encoding stand in bytes. */
interface Layout {
  /** First bytes of the letters that texts of today are written in; punctuation and wide digits count for neither side. */
  readonly common: readonly (readonly [from: number, to: number])[];
  readonly marks: readonly (readonly [from: number, to: number])[];
  /** The least second byte of a common letter. */
  readonly second: number;
  /** Single bytes that are letters of their own: half-width kana. */
  readonly singles?: readonly [from: number, to: number];
}

const layouts = {
  gb18030: { common: [[0xb0, 0xd7]], marks: [[0xa1, 0xa9]], second: 0xa1 },
  shift_jis: {
    common: [
      [0x82, 0x83],
      [0x88, 0x97],
    ],
    marks: [[0x81, 0x81]],
    second: 0x40,
    singles: [0xa1, 0xdf],
  },
  "euc-kr": { common: [[0xb0, 0xc8]], marks: [[0xa1, 0xa3]], second: 0xa1 },
  big5: { common: [[0xa4, 0xc6]], marks: [[0xa1, 0xa3]], second: 0x40 },
  "euc-jp": {
    common: [
      [0xa4, 0xa5],
      [0xb0, 0xcf],
    ],
    marks: [[0xa1, 0xa3]],
    second: 0xa1,
  },
} as const satisfies Readonly<Record<string, Layout>>;

/** Encodings of several bytes a letter that are told from those of one, though not from each other. */
const multiByte = Object.keys(layouts) as readonly (keyof typeof layouts)[];

/** Tells whether an encoding has letters of several bytes; `gbk` is read as gb18030, which holds it. */
export function isMultiByte(encoding: string): boolean {
  return encoding === "gbk" || encoding === "iso-2022-jp" || encoding in layouts;
}

const leastLetters = 3;
/** Share of letters that must be common ones. */
const leastCommon = 0.8;
/** Share of letters that may touch Latin ones: an accent inside a word is no letter of East Asia. */
const mostTouching = 0.3;

/**
 * Finds the multi-byte encodings that lines may be in: each line is valid, most letters are common ones, and few of them
 * stand inside Latin words. Single-byte texts fail at the first word of an odd number of letters.
 * @param only those the source names: validity is enough then.
 */
export function findMultiByte(lines: readonly SampleLine[], only?: readonly string[]): readonly string[] {
  if (only !== undefined) return only.filter((encoding) => lines.every(({ bytes }) => isValid(bytes, encoding)));
  return multiByte.filter((encoding) => lines.every(({ bytes }) => isValid(bytes, encoding)) && suits(lines, encoding));
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function suits(lines: readonly SampleLine[], encoding: keyof typeof layouts): boolean {
  const layout: Layout = layouts[encoding];
  const counts = { letters: 0, common: 0, touching: 0 };
  for (const { bytes } of lines) countLetters(bytes, layout, counts);
  const { letters, common, touching } = counts;
  return letters >= leastLetters && common >= leastCommon * letters && touching <= mostTouching * letters;
}

function countLetters(
  bytes: Uint8Array,
  { common, marks, second, singles }: Layout,
  counts: { letters: number; common: number; touching: number },
): void {
  const isIn = (byte: number, ranges: Layout["common"]) => ranges.some(([from, to]) => byte >= from && byte <= to);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const isSingle = singles !== undefined && isIn(byte, [singles]);
    const next = isSingle ? at + 1 : at + 2;
    if (!isIn(byte, marks)) {
      counts.letters += 1;
      if (!isSingle && isIn(byte, common) && (bytes[at + 1] ?? 0) >= second) counts.common += 1;
      if (isLatin(bytes[at - 1]) || isLatin(bytes[next])) counts.touching += 1;
    }
    at = next - 1;
  }
}

function isLatin(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}

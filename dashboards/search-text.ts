import { dropMarks } from "./numbers.ts";

/**
 * Brings a text into the form searches compare: what readers type in another way is the same. Lower case, «ё» as «е»,
 * Arabic ya and kaf as Persian ones, without marks over letters but with «й» and «ї» kept, any apostrophe as one, any
 * digits as Latin ones, without marks of direction and the invisible joiner.
 */
export function searchText(text: string): string {
  return dropMarks(text)
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("\u0307", "")
    .replaceAll("ё", "е")
    .replaceAll(/[يى]/g, "ی")
    .replaceAll("ك", "ک")
    .replaceAll(/[\u200c\u064b-\u0655]/g, "")
    .replaceAll(/[ʻʼ’‘`´]/g, "'")
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
}

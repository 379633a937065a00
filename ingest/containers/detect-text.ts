import { isBordered, isRule } from "../formats/sap/borders.ts";

/** Formats of text that are known by what they hold. */
export type TextFormat = "html" | "spreadsheetml" | "bank_1c" | "sap_list";

const searchedLines = 200;

/**
 * Tells by its beginning what a text is; undefined for one whose format its source declares. Of a page that is longer
 * than its beginning the table may stand further down.
 */
export function findTextFormat(head: Buffer, isWhole: boolean): TextFormat | undefined {
  const text = decodeHead(head);
  if (/^1CClientBankExchange[ \t]*(?:\r|\n|$)/.test(text)) return "bank_1c";
  if (/^\s*</.test(text)) return findMarkup(text, isWhole);
  return isSapList(text) ? "sap_list" : undefined;
}

/** Excel opens web pages and XML named .xls without a word; here they are told apart. Other markup is the reader's. */
function findMarkup(text: string, isWhole: boolean): "html" | "spreadsheetml" | undefined {
  const isSpreadsheet = /urn:schemas-microsoft-com:office:spreadsheet/.test(text);
  if (isSpreadsheet && /<(?:\w+:)?Workbook\b/.test(text) && !/<html\b/i.test(text)) return "spreadsheetml";
  const isPage = /<(?:!doctype\s+html|html|head|body|table|meta|style)\b/i.test(text);
  return isPage && (!isWhole || /<table\b/i.test(text)) ? "html" : undefined;
}

/** A list has rules of dashes, and between two of them lines with borders of at least two cells. */
function isSapList(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/, searchedLines);
  return lines.some((line, index) => {
    if (!isRule(line) || line.trim().length < 8 || !isBordered(lines[index + 1] ?? "")) return false;
    const end = lines.findIndex((one, at) => at > index && !isBordered(one));
    return (lines[index + 1]?.match(/[|│]/g)?.length ?? 0) >= 3 && isRule(lines[end] ?? "");
  });
}

/** Only what is ASCII counts here; of UTF-16 every second byte is. */
function decodeHead(head: Buffer): string {
  const isLittle = (head[0] === 0xff && head[1] === 0xfe) || (head.length > 3 && head[1] === 0 && head[3] === 0);
  const isBig = (head[0] === 0xfe && head[1] === 0xff) || (head.length > 3 && head[0] === 0 && head[2] === 0);
  const text = isLittle
    ? head.toString("utf16le")
    : isBig
      ? Buffer.from(head.subarray(0, head.length & ~1))
          .swap16()
          .toString("utf16le")
      : head.toString("utf8");
  return text.replace(/^\ufeff/, "");
}

import { FileFault } from "../reader.ts";
import { decodeText, type TagHandler } from "../xml/tags.ts";
import { brokenXml } from "./broken.ts";
import { drain, type WalkPart } from "./workbook.ts";

/** Letters of shared strings that are held in memory. */
const mostLetters = 256 * 1_048_576;
/** Letters of one cell; Excel itself keeps 32,767. */
export const longestText = 1_048_576;

/** Reads the shared strings of a workbook. */
export async function readSharedStrings(part: string, walk: WalkPart): Promise<readonly string[]> {
  const strings: string[] = [];
  let letters = 0;
  const rich = new RichText();
  const handler: TagHandler = {
    open(name) {
      if (name === "si") rich.clear();
      rich.open(name);
    },
    close(name) {
      rich.close(name);
      if (name !== "si") return;
      const text = rich.text();
      letters += text.length;
      if (letters > mostLetters) {
        throw new FileFault("bomb", "the workbook holds too much text", "Split the export, or save the sheet as CSV.");
      }
      strings.push(text);
    },
    text(raw) {
      rich.take(raw);
    },
  };
  await drain(walk(part, handler));
  return strings;
}

/** Puts together the runs of a text; what shows how to pronounce it is left out. */
export class RichText {
  #raw = "";
  #phonetic = 0;
  #isOpen = false;

  clear(): void {
    this.#raw = "";
  }

  open(name: string): void {
    if (name === "rPh") this.#phonetic += 1;
    if (name === "t") this.#isOpen = true;
  }

  close(name: string): void {
    if (name === "rPh") this.#phonetic -= 1;
    if (name === "t") this.#isOpen = false;
  }

  take(raw: string): void {
    if (!this.#isOpen || this.#phonetic > 0) return;
    if (this.#raw.length > longestText) throw brokenXml("a text", "it is too long");
    this.#raw += raw;
  }

  text(): string {
    return unescapeText(decodeText(this.#raw));
  }
}

/**
 * Decodes `_x000A_`, which workbooks write for characters that XML lacks. Control characters and halves of a pair stay
 * as they are written.
 */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  const decoded = text.replace(/_x([0-9A-Fa-f]{4})_/g, (written, digits: string) => {
    const code = Number.parseInt(digits, 16);
    return code >= 32 || code === 9 || code === 10 || code === 13 ? String.fromCharCode(code) : written;
  });
  return /[\ud800-\udfff]/.test(decoded.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "")) ? text : decoded;
}

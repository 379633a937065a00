import { checkUtf8, readStart } from "../../encoding/survey.ts";
import { FileFault } from "../reader.ts";

const candidates = ["windows-1251", "ibm866", "utf-16le", "utf-16be"] as const;
const telling = /(?:Кодировка|ВерсияФормата|СекцияДокумент|СекцияРасчСчет)/;

/**
 * Finds the encoding of a bank statement: the one under which its own words can be read. What it says under `Кодировка`
 * is often wrong, and cannot be read before the encoding is known.
 * @throws FileFault when its words can be read under none.
 */
export async function findBankEncoding(path: string, signal: AbortSignal): Promise<string> {
  const head = await readStart(path);
  if ((await checkUtf8(path, signal)) !== "neither") return "utf-8";
  const found = candidates.find((encoding) => telling.test(new TextDecoder(encoding).decode(head)));
  if (found !== undefined) return found;
  throw new FileFault(
    "encoding",
    `the statement can be read neither as UTF-8 nor as ${candidates.join(", ")}`,
    "Export it again in Windows encoding (Кодировка=Windows).",
  );
}

/** Tells whether what a statement says of its encoding is so: Windows is windows-1251, DOS is cp866. */
export function isAsDeclared(declared: string | undefined, encoding: string): boolean {
  if (declared === undefined) return true;
  const folded = declared.trim().toLowerCase();
  if (encoding === "windows-1251") return /win|1251/.test(folded);
  if (encoding === "ibm866") return /dos|866/.test(folded);
  return /utf/.test(folded);
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FileFault } from "../../ingest/formats/reader.ts";
import { sampleFile } from "../../ingest/sample.ts";

/** How dialects that `sniff` finds go with those that people wrote down. */
export interface DialectCount {
  readonly found: number;
  readonly wrong: readonly string[];
  readonly refused: readonly string[];
  readonly absent: readonly string[];
  /** As the published comparison has it: refused files are misses of recall, wrong ones of precision. */
  readonly f1: number;
}

const marks: Readonly<Record<string, string>> = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
  space: " ",
  vslash: "|",
  nsign: "#",
  colon: ":",
  doublequote: '"',
  singlequote: "'",
};

/** Sniffs all files that a list names by lines of `file|encoding|delimiter|quote|…`, after a header and remarks. */
export async function countDialects(list: string, folder: string): Promise<DialectCount> {
  const lines = readFileSync(list, "utf8").split(/\r?\n/);
  const known = lines.filter((line) => line.includes("|") && !line.startsWith("#")).slice(1);
  const [wrong, refused, absent]: [string[], string[], string[]] = [[], [], []];
  for (const line of known) {
    const [file = "", , delimiter = "", quote = ""] = line.split("|");
    const path = join(folder, file);
    if (!existsSync(path)) absent.push(file);
    else {
      const told = await tellDialect(path);
      if (told === undefined) refused.push(file);
      else if (told.delimiter !== marks[delimiter] || told.quote !== marks[quote]) wrong.push(`${file}: ${told.text}`);
    }
  }
  const found = known.length - wrong.length - refused.length - absent.length;
  const precision = found / (found + wrong.length);
  const recall = found / (found + refused.length);
  return { found, wrong, refused, absent, f1: (2 * precision * recall) / (precision + recall) };
}

/** Where nothing stands in quotes, the usual ones are taken as found. */
async function tellDialect(path: string) {
  try {
    const [first] = await sampleFile(path);
    const { format, delimiter, dialect } = first?.sample ?? {};
    const quote = dialect === undefined || dialect.quote === "" ? '"' : dialect.quote;
    return { delimiter, quote, text: `${format} ${JSON.stringify(dialect)}` };
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}

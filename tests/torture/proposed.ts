import { FileFault } from "../../ingest/formats/reader.ts";
import { type Proposal, sniff } from "../../ingest/sniff.ts";

/** Sniffs a file; the reason, where it is refused. Any other fault is thrown. */
export async function sniffOr(path: string): Promise<Proposal | string> {
  try {
    return await sniff(path);
  } catch (error) {
    if (error instanceof FileFault) return error.message;
    throw error;
  }
}

/** Writes the rest of a feed: dialect, encoding and header as proposed; no column is mapped, so that all are kept under their names. */
export function writeProposed({ dialect, evidence, isHeadless, encoding }: Proposal): string {
  const header = evidence.flatMap((text) => /^line (\d+): header/.exec(text)?.[1] ?? []).at(-1);
  const { delimiter = ",", quote = '"' } = dialect ?? {};
  const mark = dialect?.escape === undefined ? "" : `, escape: ${JSON.stringify(dialect.escape)}`;
  return `    mode: append
    encoding: ${encoding ?? "utf-8"}
    dialect: { delimiter: ${JSON.stringify(delimiter)}, quote: ${JSON.stringify(quote)}${mark} }
    ${isHeadless ? "header: none" : `header_row: ${header ?? 1}`}
    columns:
      product_id: { from: [$file, $record], join: "/" }
      name: { value: product }
`;
}

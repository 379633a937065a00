import { type Head, knownDelimiters, proposeDelimiter } from "../formats/head.ts";
import { FileFault } from "../formats/reader.ts";
import type { Dialect, Feed } from "../source.ts";
import { findLayout, type Layout, layoutWithoutHeader } from "./layout.ts";

/**
 * Takes the dialect of the source, or the one under which the header holds most and records read best.
 * @throws FileFault when the header is not there, naming the dialect under which it is.
 */
export function planLayout(feed: Feed, head: Head): Layout {
  const plan = feed.header === "none" ? layoutWithoutHeader : findLayout;
  if (head.text.trim() === "") throw new FileFault("empty", "the file holds no text", "Export it again.");
  if (feed.dialect === undefined) return plan(head, feed, guessDialects(head));
  try {
    return plan(head, feed, [feed.dialect]);
  } catch (error) {
    if (!(error instanceof FileFault) || error.rule !== "header") throw error;
    throw findOtherDialect(feed, feed.dialect, head) ?? error;
  }
}

/** All dialects in question, those that papaparse and a `sep=` line propose first. */
export function guessDialects(head: Head): readonly Dialect[] {
  const proposed = proposeDelimiter(head);
  const marks = [...new Set([...(proposed === undefined ? [] : [proposed]), ...knownDelimiters])];
  const quotes = head.text.includes("'") ? ['"', "'"] : ['"'];
  const escapes = /\\["']/.test(head.text) ? [undefined, "\\"] : [undefined];
  return quotes.flatMap((quote) =>
    escapes.flatMap((mark) =>
      marks.map((delimiter) => ({ delimiter, quote, ...(mark === undefined ? {} : { escape: mark }) })),
    ),
  );
}

/** Names the dialect under which the file has the header that it lacks under the one declared. */
function findOtherDialect(feed: Feed, declared: Dialect, head: Head): FileFault | undefined {
  try {
    const { dialect, headerLine } = findLayout(head, feed, guessDialects(head));
    const mark = dialect.delimiter === declared.delimiter ? "quote" : "delimiter";
    return new FileFault(
      "dialect",
      `the ${mark} is ${JSON.stringify(dialect[mark])}, the source says ${JSON.stringify(declared[mark])}`,
      `Change \`dialect\` in the source file, or export with the ${mark} it names.`,
      headerLine,
    );
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}

/** Says a dialect in words of the source file. */
export function describeDialect({ delimiter, quote, escape: mark }: Dialect): string {
  const marks = `delimiter ${JSON.stringify(delimiter)}, quote ${JSON.stringify(quote)}`;
  return mark === undefined ? marks : `${marks}, escape ${JSON.stringify(mark)}`;
}

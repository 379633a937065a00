import { requireColumns } from "../../header.ts";
import type { Feed } from "../../source.ts";
import { FileFault, type FormatReader } from "../reader.ts";
import { longestOf } from "../scan.ts";
import { withCopy } from "../text/copy.ts";
import { readLines } from "../text/lines.ts";
import { withUtf8 } from "../transcode.ts";
import { planLayout } from "./layout.ts";
import { FixedWalk } from "./walk.ts";

/**
 * Reads lines of fixed width: the source file says where each column stands, in characters or in bytes. A line that is
 * too short, too long or of an unknown type is set aside, and so is one with a tab: its places are not what they seem.
 * @throws FileFault when the file is refused whole.
 */
export const readFixed: FormatReader = async (path, options) => {
  const fixed = requireFixed(options.feed);
  const layout = planLayout(fixed);
  const names = layout.places.map(({ name }) => name);
  requireColumns(options.feed, names, undefined);
  const { text, encoding, close } = await withUtf8(path, options);
  try {
    const longest = longestOf(options.feed);
    return await withCopy(options.work, longest, async (copy) => {
      const walk = new FixedWalk(fixed, layout, copy);
      for await (const lines of readLines(text, options.signal, { longest })) for (const line of lines) walk.take(line);
      const told = walk.finish();
      const width = layout.places.at(-1)?.end ?? 0;
      return copy.finish({
        names,
        headerLine: undefined,
        dialect: [`fixed width, ${width} ${fixed.unit}`, ...told, encoding].join(", "),
      });
    });
  } finally {
    close();
  }
};

function requireFixed({ fixed, name, source }: Feed): NonNullable<Feed["fixed"]> {
  if (fixed !== undefined) return fixed;
  throw new FileFault(
    "dialect",
    `feed ${name} is of fixed width, and nothing says where its columns stand`,
    `Write fixed: { columns: … } for it in the source file of ${source}.`,
  );
}

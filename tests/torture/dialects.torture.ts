import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countDialects } from "./dialects.ts";

const folder = process.env.DIALECTS;
if (folder === undefined) console.warn("DIALECTS names no folder of annotated files: their dialects are not compared");

/** Lists of CSVsniffer, their folders, and the best F1 score it published of four sniffers. */
const lists = [
  ["POLLOCK-dialect_annotations.txt", "CSV", 0.9722],
  ["W3C-CSVW-dialect_annotations.txt", "W3C-CSVW", 0.9862],
  ["CCSV-manual_Dialect_Annotation.txt", "CSV_Wrangling", 0.8916],
] as const;

describe("karavan sniff, of files whose dialect people wrote down", () => {
  it.skipIf(folder === undefined).each(lists)("%s: better than any published sniffer", async (list, files, best) => {
    const count = await countDialects(join(folder ?? "", "ground truth", list), join(folder ?? "", files));
    console.log(JSON.stringify(count, null, 1));
    expect(count.f1).toBeGreaterThan(best);
  });
});

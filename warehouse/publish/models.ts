import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Dataset } from "./datasets.ts";

/** Reads the SQL of the models that datasets may have counted anew, by relation. */
export async function readModels(home: string, datasets: readonly Dataset[]): Promise<ReadonlyMap<string, string>> {
  const relations = [...new Set<string>(datasets.flatMap(({ recount }) => recount ?? []))];
  const texts = relations.map((relation) =>
    readFile(join(home, "transforms", `${relation.replace(".", "/")}.sql`), "utf8"),
  );
  return new Map((await Promise.all(texts)).map((text, index) => [relations[index] ?? "", text]));
}

import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readGraph } from "../../warehouse/graph/graph.ts";
import { listUpstream } from "../../warehouse/graph/select.ts";
import { datasets } from "../../warehouse/publish/site-datasets.ts";
import { home } from "../../warehouse/settings.ts";

describe("the site", () => {
  it("shows every metric on a page, or builds a shown one from it", async () => {
    const graph = await readGraph(resolve(home, "transforms"));
    const shown = [...new Set(datasets.map(({ relation }) => relation))];
    const serving = new Set([...shown, ...shown.flatMap((relation) => [...listUpstream(graph, relation)])]);
    const idle = graph.models.filter(({ schema, relation }) => schema === "metrics" && !serving.has(relation));
    expect(idle.map(({ relation }) => relation)).toEqual([]);
  });
});

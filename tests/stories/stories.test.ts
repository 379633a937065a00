import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Graph, readGraph } from "../../warehouse/graph/graph.ts";
import { home } from "../../warehouse/settings.ts";
import { listStories, playStory, readStory, rootsOf } from "./story.ts";

describe("stories of tests/cases", () => {
  const stories = listStories(resolve(home, "tests/cases")).map(readStory);
  let graph: Graph;
  beforeAll(async () => {
    graph = await readGraph(resolve(home, "transforms"), stories.flatMap(rootsOf));
  });

  for (const story of stories)
    it(story.name, async () => {
      expect((await playStory(story, graph)).join("\n")).toBe("");
    });
});

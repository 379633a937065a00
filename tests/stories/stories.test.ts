import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readGraph } from "../../warehouse/graph/graph.ts";
import { home } from "../../warehouse/settings.ts";
import { listStories, playStory, readStory, rootsOf } from "./story.ts";

describe("stories of tests/cases", () => {
  for (const folder of listStories(resolve(home, "tests/cases"))) {
    const story = readStory(folder);
    it(story.name, async () => {
      const graph = await readGraph(resolve(home, "transforms"), rootsOf(story));
      expect((await playStory(story, graph)).join("\n")).toBe("");
    });
  }
});

import { afterAll, beforeAll, describe, it } from "vitest";
import { everyPage, expectTexts, type HostileSite, openHostileSite } from "../browser/hostile-site.ts";

let site: HostileSite;

beforeAll(async () => {
  site = await openHostileSite();
});

afterAll(async () => site?.close());

describe("values that attack, in every language of their site", () => {
  it.concurrent.each(everyPage)("are text on $path, wide and narrow", async (page) => expectTexts(site, page));
});

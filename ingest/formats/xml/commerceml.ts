import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import type { EntityName } from "../../contracts/entities.ts";

/**
 * Takes from the ready profile of CommerceML the feeds whose rows a file holds; undefined where it holds none. `paths` are
 * those of its elements.
 */
export function readyCommerceml(
  file: string,
  paths: readonly string[],
): { readonly entity: EntityName; readonly yaml: string } | undefined {
  const profile: Profile = parse(readFileSync(new URL("../../profiles/commerceml.yaml", import.meta.url), "utf8"));
  const isThere = (rows: string) => paths.some((path) => `/${path}`.endsWith(rows.replace(/^\/+/, "/")));
  const feeds = profile.feeds.filter(({ rows }) => isThere(rows)).map((feed) => ({ ...feed, match: file }));
  const [first] = feeds;
  if (first === undefined) return undefined;
  const from = "# Feeds of ingest/profiles/commerceml.yaml, which says more of each.\n";
  return { entity: first.entity, yaml: from + stringify({ ...profile, feeds }, { aliasDuplicateObjects: false }) };
}

/** The profile as it stands in its file, which a test holds against the schema. */
interface Profile {
  readonly feeds: readonly { readonly entity: EntityName; readonly rows: string }[];
}

import { createHash } from "node:crypto";
import type { Reading } from "../warehouse/ledger/readings.ts";
import type { Settings } from "../warehouse/settings.ts";
import { listColumns } from "./contracts/contract.ts";
import { entities } from "./contracts/entities.ts";
import { findFeeds } from "./discover.ts";
import type { Feed, Source } from "./source.ts";

/** Lays the zone of the settings under a feed whose source names none. */
export function withTimeZone(feed: Feed, timeZone: string): Feed {
  const mappings = feed.mappings.map((mapping) => ({ ...mapping, timeZone: mapping.timeZone ?? timeZone }));
  return { ...feed, timeZone: feed.timeZone ?? timeZone, mappings };
}

/** Hashes all that decides what a file of a feed becomes: the mapping and the contract. */
export function hashContract(feed: Feed): string {
  const { freshness, expect, ...mapping } = feed;
  // Checks of the entity stand in the feed: it is hashed with them.
  const contract = listColumns(entities[feed.entity]).map(({ name, sqlType, nullable }) => [name, sqlType, nullable]);
  return createHash("sha256")
    .update(JSON.stringify([mapping, contract]))
    .digest("hex");
}

/** Finds what a file of the ledger is read under today; undefined when its source or feed is described no more. */
export function findReading(
  settings: Settings,
  sources: readonly Source[],
  file: { readonly source: string; readonly feed: string; readonly name: string },
): Reading | undefined {
  const source = sources.find(({ name }) => name === file.source);
  const feed = source?.feeds.find(({ name }) => name === file.feed);
  if (source === undefined || feed === undefined) return undefined;
  const effective = withTimeZone(feed, settings.time_zone);
  return { feed: effective, siblings: findFeeds(source, file.name), contractHash: hashContract(effective) };
}

import { existsSync } from "node:fs";
import { readSources } from "../ingest/source.ts";
import type { Settings } from "./settings.ts";

/** What a feed loaded, and how old the newest of it is. */
export interface FeedStatus {
  readonly source: string;
  readonly feed: string;
  readonly loaded_at: string | null;
  readonly age_hours: number | null;
  /** `no source`: no source file describes it any more, and what it loaded still counts. */
  readonly freshness: "fresh" | "late" | "stale" | "never loaded" | "no source";
  /** Of all committed files. */
  readonly files: number;
  readonly rows_read: number;
  readonly rows_accepted: number;
  readonly rows_rejected: number;
}

/** What the ledger tells of the loads of a feed. */
export interface Load extends Omit<FeedStatus, "age_hours" | "freshness"> {
  readonly loaded_at: string;
}

/** Joins what the sources promise with what was loaded; a feed nobody describes any more is shown too. */
export async function listFeeds(settings: Settings, loads: readonly Load[], now: Date): Promise<readonly FeedStatus[]> {
  const promised = existsSync(settings.paths.sources) ? await readSources(settings.paths.sources) : [];
  const described = promised.flatMap((source) =>
    source.feeds.map((feed) => {
      const load = loads.find((each) => each.source === source.name && each.feed === feed.name);
      return describeFeed({ source: source.name, feed: feed.name }, load, limitsOf(settings, source.name, feed), now);
    }),
  );
  const others = loads
    .filter((load) => !described.some((feed) => feed.source === load.source && feed.feed === load.feed))
    .map((load) => ({ ...describeFeed(load, load, settings.freshness, now), freshness: "no source" as const }));
  return [...described, ...others];
}

/** Hours after which what was loaded earns a warning and an error. */
export interface FreshnessLimits {
  readonly warn_hours: number;
  readonly error_hours: number;
}

/** Finds the limits of a feed: those the settings give its source, else its own, else those of all. */
export function limitsOf(
  { freshness }: Settings,
  source: string,
  feed: { readonly freshness?: FreshnessLimits | undefined },
): FreshnessLimits {
  return freshness.sources[source] ?? feed.freshness ?? freshness;
}

function describeFeed(
  name: Pick<FeedStatus, "source" | "feed">,
  load: Load | undefined,
  limits: FreshnessLimits,
  now: Date,
): FeedStatus {
  const { source, feed } = name;
  const counts = { files: 0, rows_read: 0, rows_accepted: 0, rows_rejected: 0 };
  if (load === undefined) {
    return { source, feed, loaded_at: null, age_hours: null, freshness: "never loaded", ...counts };
  }
  const hours = Math.max(0, (now.getTime() - Date.parse(load.loaded_at)) / 3_600_000);
  const freshness = hours > limits.error_hours ? "stale" : hours > limits.warn_hours ? "late" : "fresh";
  return { ...load, source, feed, age_hours: Math.round(hours * 10) / 10, freshness };
}

/** Says what feeds that no source file describes any more still bring to every figure, and what to do; undefined where none do. */
export function tellOrphans(feeds: readonly FeedStatus[]): string | undefined {
  const orphans = feeds.filter(({ freshness }) => freshness === "no source");
  const [first] = orphans;
  if (first === undefined) return undefined;
  const told = orphans.map(({ source, feed, rows_accepted }) => `${source}/${feed} (${rows_accepted} rows accepted)`);
  return `no source file describes ${told.join(", ")} any more, and what was loaded under that name still counts: a source or feed that was renamed counts twice. Give it its name back, or leave out what it loaded: karavan rebuild --without ${first.source}/${first.feed}`;
}

import { gravestFirst } from "../../dashboards/alerts.ts";
import type { Locale } from "../../dashboards/i18n/locales.ts";
import type { Settings } from "../settings.ts";
import type { Alert } from "./alerts.ts";
import type { Reader } from "./told.ts";

type Recipient = NonNullable<Settings["mail"]>["to"][number];

/** Whose rows an audience may see; absent: all. */
type Rights = Pick<Settings["audiences"][number], "regions" | "managers">;

/** A mail to be written: what is new to its reader, what stands, and files for it. */
export interface Mail {
  readonly address: string;
  readonly locale: Locale;
  /** Alerts whose state its reader was not told. */
  readonly changed: readonly Alert[];
  /** Other alerts past their limit or without a figure. */
  readonly standing: readonly Alert[];
  readonly files: readonly string[];
  /** What its reader knows once it is sent. */
  readonly known: Reader["alerts"];
}

/** A printed page, with the audience whose site it is of. */
export interface PrintedFile {
  readonly file: string;
  readonly audience: string | undefined;
}

/** Names one alert of one entity. */
export function keyOf({ alert_name, entity_id }: Pick<Alert, "alert_name" | "entity_id">): string {
  return JSON.stringify([alert_name, entity_id]);
}

/** Says whether who is limited to some rows may be told of an alert: of its own regions or managers, never of the company. */
function maySee({ regions, managers }: Rights, { dimension, entity_id }: Alert): boolean {
  if (regions === undefined && managers === undefined) return true;
  if (regions !== undefined && managers !== undefined) return false;
  const own = dimension === "region" ? regions : dimension === "manager" ? managers : undefined;
  return own?.includes(entity_id) ?? false;
}

/**
 * Plans the mail to one reader: about alerts whose state is another than he was told (what never was told counts as within
 * its limit), and with pages where he asked for them. Undefined where there is nothing to say.
 */
export function planMail(
  recipient: Recipient,
  alerts: readonly Alert[],
  printed: readonly PrintedFile[],
  reader: Reader | undefined,
  fallback: Locale,
  rights: Rights = {},
): Mail | undefined {
  const own = alerts.filter((alert) => (recipient.alerts?.includes(alert.alert_name) ?? true) && maySee(rights, alert));
  const isNews = (alert: Alert) => (reader?.alerts[keyOf(alert)] ?? "ok") !== alert.state;
  const changed = own.filter(isNews);
  const files = planFiles(recipient, printed, reader, changed.length > 0);
  if (changed.length + files.length === 0) return undefined;
  return {
    address: recipient.address,
    locale: recipient.language ?? fallback,
    changed: gravestFirst(changed),
    standing: gravestFirst(own.filter((alert) => !isNews(alert) && alert.state !== "ok")),
    files,
    known: Object.fromEntries(own.map((alert) => [keyOf(alert), alert.state])),
  };
}

/** Pages of this run, else those that could not be sent before. */
function planFiles(
  { pages, audience }: Recipient,
  printed: readonly PrintedFile[],
  reader: Reader | undefined,
  hasNews: boolean,
): readonly string[] {
  if (pages === "never" || (pages === "with_alerts" && !hasNews)) return [];
  const own = printed.filter((page) => page.audience === audience).map(({ file }) => file);
  return own.length > 0 ? own : (reader?.unsent ?? []);
}

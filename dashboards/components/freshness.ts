import type { Formats } from "../formats.ts";
import type { Dictionary } from "../i18n/en.ts";
import { needs } from "../site.ts";
import type { Snapshot } from "../snapshot.ts";
import type { PageContext } from "./context.ts";
import { element, place } from "./dom.ts";

/** Says the as-of day in the header, and warns when the warehouse has grown old since. */
export function showFreshness({ snapshot, words, formats: format }: PageContext): void {
  const hours = (Date.now() - Date.parse(snapshot.builtAt)) / 3_600_000;
  const { warnHours, errorHours, silentDays } = snapshot.freshness;
  const silent = daysWithoutOrders(snapshot);
  const isStale = hours > errorHours || silent > silentDays;
  const state = isStale ? "stale" : hours > warnHours ? "aging" : "fresh";
  const badge = place("badge");
  badge.dataset.state = state;
  badge.textContent = `${words.freshness.asOf(format.date(snapshot.asOfDate))} · ${words.freshness[state]}`;
  badge.title = words.freshness.built(format.instant(snapshot.builtAt));
  const texts = [
    ...(silent > silentDays ? [endText(words, format, snapshot.newestOrderDate ?? "", silent)] : []),
    ...(hours > errorHours ? [staleText(words, format, hours)] : []),
  ];
  place("banner").replaceChildren(...texts.map((text) => element("p", { class: "banner", role: "alert" }, text)));
}

/** Says what was never loaded of what the page is about: its parts stay empty for want of data, not of sales. */
export function tellMissing({ snapshot, words, page }: PageContext): void {
  const kinds = needs[page].filter((entity) => snapshot.missing.includes(entity));
  if (kinds.length === 0) return;
  const named = kinds.map((entity) => words.entities[entity] ?? entity).join(", ");
  place("banner").append(element("p", { class: "note", "data-missing": true }, words.states.notLoaded(named)));
}

/** Whole days from the newest order to the day the figures speak of; 0 without orders. */
function daysWithoutOrders({ newestOrderDate, asOfDate }: Snapshot): number {
  if (newestOrderDate === null) return 0;
  return Math.round((Date.parse(asOfDate) - Date.parse(newestOrderDate)) / 86_400_000);
}

function endText(words: Dictionary, format: Formats, day: string, days: number): string {
  return words.freshness.ends(format.date(day), format.integer(days), days);
}

function staleText(words: Dictionary, format: Formats, hours: number): string {
  return words.freshness.staleText(format.integer(Math.floor(hours / 24)), Math.floor(hours / 24));
}

import { listAlertNotes, tellAlert } from "../../dashboards/alert-text.ts";
import { measureOf } from "../../dashboards/alerts.ts";
import { withFilter } from "../../dashboards/components/state.ts";
import { formats } from "../../dashboards/formats.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import type { Locale } from "../../dashboards/i18n/locales.ts";
import { pageHref, pages } from "../../dashboards/site.ts";
import type { Settings } from "../settings.ts";
import type { Alert } from "./alerts.ts";
import type { Mail } from "./plan.ts";

/** A mail in words: plain text, lines without control characters. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** Longer subjects are cut: servers and readers cut them anyway. */
const longestSubject = 180;

/** Writes a mail in its reader's language: the finding as subject, then value, limit, period, day and link of each alert. */
export function writeLetter(settings: Settings, mail: Mail, asOf: string): Letter {
  const words = dictionaries[mail.locale];
  const format = formats(mail.locale, settings.currency);
  const texts = words.alerts.mail;
  const company = oneLine(settings.company.name);
  const [first] = mail.changed;
  const finding = first === undefined ? undefined : tell(mail.locale, settings, first);
  const more = mail.changed.length - 1;
  const subject =
    finding === undefined
      ? texts.pagesSubject(company, format.date(asOf))
      : more === 0
        ? finding
        : texts.more(finding, more, format);
  const block = (title: string, alerts: readonly Alert[]) =>
    alerts.length === 0 ? [] : [title, ...alerts.map((alert) => writeAlert(mail.locale, settings, alert))];
  const parts = [
    texts.speak(company, format.date(asOf)),
    ...block(texts.changed, mail.changed),
    ...block(texts.standing, mail.standing),
    ...(mail.files.length > 0 ? [texts.pages] : []),
    texts.sent,
  ];
  return { subject: cut(oneLine(subject)), text: `${parts.join("\n\n")}\n` };
}

function writeAlert(locale: Locale, settings: Settings, alert: Alert): string {
  const words = dictionaries[locale];
  const format = formats(locale, settings.currency);
  const severity = alert.severity === "critical" ? [words.alerts.severities[alert.severity] ?? ""] : [];
  const notes = alert.state === "ok" ? [] : [...severity, ...listAlertNotes(words, format, alert)];
  const own = settings.alerts.find(({ name }) => name === alert.alert_name)?.text?.[locale];
  const link = linkTo(settings, alert, locale);
  return [`- ${tell(locale, settings, alert)}`, format.clauses(notes), own, link]
    .filter((line) => line !== undefined && line !== "")
    .map((line, index) => (index === 0 ? line : `  ${oneLine(line ?? "")}`))
    .join("\n");
}

function tell(locale: Locale, settings: Settings, alert: Alert): string {
  const named = { ...alert, entity_name: alert.entity_name === null ? null : oneLine(alert.entity_name) };
  return oneLine(tellAlert(dictionaries[locale], formats(locale, settings.currency), named));
}

/** The address of the page that explains a figure, in the reader's language where the site has it. */
function linkTo(settings: Settings, alert: Alert, locale: Locale): string | undefined {
  const page = pages.find(({ name }) => name === measureOf(alert.measure).page);
  if (settings.site.url === undefined || page === undefined) return undefined;
  const [first = locale] = settings.locales;
  const language = settings.locales.includes(locale) ? locale : first;
  const address = `${settings.site.url.replace(/\/+$/, "")}${pageHref(page, language, settings.locales)}`;
  return alert.dimension === "company" ? address : withFilter(address, alert.dimension, alert.entity_id);
}

/** Takes line breaks and other controls out of a text, and marks that turn its direction: names come from exports. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .replaceAll(/ {2,}/g, " ")
    .trim();
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length > longestSubject ? `${letters.slice(0, longestSubject - 1).join("")}…` : text;
}

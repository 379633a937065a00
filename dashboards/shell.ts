import { formats } from "./formats.ts";
import { contain } from "./i18n/contain.ts";
import { dictionaries } from "./i18n/dictionaries.ts";
import type { Dictionary } from "./i18n/en.ts";
import { isolateNames } from "./i18n/isolate.ts";
import { directionOf, type Locale, languageTags, localeNames } from "./i18n/locales.ts";
import { groupOf, pageGroups, pageHref, pagePath, pages, type SitePage } from "./site.ts";
import { isPartial, type Snapshot } from "./snapshot.ts";

/** What stands around every page, as HTML written at publish; nothing here is run in the browser. */
interface Site {
  readonly locales: readonly Locale[];
  readonly snapshot: Snapshot;
  /** The pages there are, the overview first. */
  readonly pages: readonly SitePage[];
}

/**
 * Applies the chosen theme before the first paint and keeps the choice; shuts the list of languages when the reader
 * turns away from it. Publish moves it to a file.
 */
const pageScript = `(() => {
  const root = document.documentElement;
  const known = (value) => (value === "light" || value === "dark" ? value : "system");
  const read = () => { try { return known(localStorage.getItem("karavan-theme")); } catch { return "system"; } };
  const apply = (theme) => { if (theme === "system") delete root.dataset.theme; else root.dataset.theme = theme; };
  apply(read());
  addEventListener("DOMContentLoaded", () => {
    const select = document.getElementById("theme");
    if (select === null) return;
    select.value = read();
    select.addEventListener("change", () => {
      apply(known(select.value));
      try { localStorage.setItem("karavan-theme", known(select.value)); } catch {}
    });
  });
  const menu = () => document.querySelector("details.languages[open]");
  const leave = (event) => { const open = menu(); if (open !== null && !open.contains(event.target)) open.open = false; };
  addEventListener("pointerdown", leave);
  addEventListener("focusin", leave);
  addEventListener("keydown", (event) => {
    const open = event.key === "Escape" ? menu() : null;
    if (open === null) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
})();`;

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='rgb(31 95 191)'/%3E%3Cpath d='M3 11l3-4 3 2 4-5' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E";

/** Writes the head of a page; the 404 page stands for any address and has no twin in other languages. */
export function renderHead(page: SitePage | undefined, locale: Locale, site: Site): string {
  const words = dictionaries[locale];
  return `${page === undefined ? "" : renderAlternates(page, locale, site)}<meta name="description" content="${escapeHtml(words.description)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${icon}">
<script>${pageScript}</script>`;
}

/** Writes the header: company, freshness, languages, theme, navigation. The 404 page has no page of its own. */
export function renderHeader(page: SitePage | undefined, locale: Locale, site: Site): string {
  const words = dictionaries[locale];
  const home = pageHref(pages[0], locale, site.locales);
  return `<a class="skip" href="#page">${escapeHtml(words.skip)}</a>
<div class="top">
<a class="company" href="${home}">${escapeHtml(contain(site.snapshot.company))}</a>
<div class="top-end">
<span class="badge" id="badge">${escapeHtml(asOfText(locale, site.snapshot))}</span>
${renderLanguages(page, locale, site)}
${renderThemes(words)}
</div>
<nav class="pages" aria-label="${escapeHtml(words.navigation)}" tabindex="-1">
${pageGroups.map((group) => renderGroup(group, page, locale, site)).join("\n")}
</nav>
${renderAudience(directionOf(locale) === "rtl" ? isolateNames(words) : words, locale, site.snapshot)}</div>`;
}

/** Says once, on every page, that an audience sees a part of the company only. */
function renderAudience({ audience: words }: Dictionary, locale: Locale, { audience, currency }: Snapshot): string {
  if (audience === null || !isPartial(audience)) return "";
  const { list, clauses } = formats(locale, currency);
  const parts = [
    ...(audience.regions === null ? [] : [words.regions(list(audience.regions), audience.regions.length)]),
    ...(audience.managers === null ? [] : [words.managers(list(audience.managers), audience.managers.length)]),
  ];
  return `<p class="audience note">${escapeHtml(words.scope(clauses(parts)))}</p>\n`;
}

/** Writes the footer: which run the numbers come from and how many rows stand behind them. */
export function renderFooter(locale: Locale, snapshot: Snapshot): string {
  const words = dictionaries[locale];
  const format = formats(locale, snapshot.currency);
  if (isPartial(snapshot.audience)) return escapeHtml(words.audience.footer(snapshot.runId));
  const rowsOf = (schema: string) =>
    snapshot.rowCounts
      .filter(({ relation }) => relation.startsWith(`${schema}.`))
      .reduce((sum, { rows }) => sum + rows, 0);
  return escapeHtml(words.footer(snapshot.runId, rowsOf("marts"), rowsOf("metrics"), format));
}

/** Writes what stands on a page until it is drawn. */
export function renderSkeleton(title: string, words: Dictionary): string {
  return `<div id="page" aria-busy="true">
<div id="title"><h1>${escapeHtml(title)}</h1></div>
<div id="banner"></div>
<div id="filters"></div>
<div id="body">
<div class="kpis" aria-hidden="true">${'<div class="skeleton"></div>'.repeat(4)}</div>
<div class="skeleton tall" aria-hidden="true"></div>
<noscript><p>${escapeHtml(words.states.noScript)}</p></noscript>
</div>
</div>`;
}

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function asOfText(locale: Locale, snapshot: Snapshot): string {
  return dictionaries[locale].freshness.asOf(formats(locale, snapshot.currency).date(snapshot.asOfDate));
}

function renderGroup(
  group: (typeof pageGroups)[number],
  page: SitePage | undefined,
  locale: Locale,
  site: Site,
): string {
  const label = escapeHtml(dictionaries[locale].pageGroups[group]);
  const members = site.pages.filter(({ name }) => groupOf[name] === group);
  if (members.length === 0) return "";
  const name = `<span id="pages-${group}">${label}</span>`;
  const links = members.map((each, index) => renderLink(each, index === 0 ? name : "", page, locale, site));
  return `<ul aria-labelledby="pages-${group}">
${links.join("\n")}
</ul>`;
}

/** The name of a group stands with its first page, so that lines break between pages only. */
function renderLink(each: SitePage, groupName: string, page: SitePage | undefined, locale: Locale, site: Site): string {
  const current = each.name === page?.name ? ' aria-current="page"' : "";
  const label = escapeHtml(dictionaries[locale].pages[each.name].short);
  return `<li>${groupName}<a href="${pageHref(each, locale, site.locales)}" data-page="${each.name}"${current}>${label}</a></li>`;
}

/** Names the same page in every language, from wherever the site is served. */
function renderAlternates(page: SitePage, locale: Locale, site: Site): string {
  if (site.locales.length < 2) return "";
  const root = "../".repeat(pagePath(page, locale, site.locales).split("/").length - 1) || "./";
  const link = (language: string, each: Locale) =>
    `<link rel="alternate" hreflang="${language}" href="${root}${pageHref(page, each, site.locales).slice(1)}">\n`;
  const twins = site.locales.map((each) => link(languageTags[each], each));
  return [...twins, link("x-default", site.locales[0] ?? locale)].join("");
}

/** Offers the languages in a list that opens on demand, each under its own name: it works without scripts too. */
function renderLanguages(page: SitePage | undefined, locale: Locale, site: Site): string {
  if (site.locales.length < 2) return "";
  const links = site.locales.map((each) => {
    const current = each === locale ? ' aria-current="true"' : "";
    const href = pageHref(page ?? pages[0], each, site.locales);
    const tag = languageTags[each];
    return `<li><a href="${href}" hreflang="${tag}" lang="${tag}" data-language="${each}"${current}>${localeNames[each]}</a></li>`;
  });
  const label = escapeHtml(dictionaries[locale].language);
  return `<details class="languages"><summary aria-label="${label}: ${localeNames[locale]}">${localeNames[locale]}</summary><ul aria-label="${label}">
${links.join("\n")}
</ul></details>`;
}

function renderThemes(words: Dictionary): string {
  const options = (["system", "light", "dark"] as const).map(
    (theme) => `<option value="${theme}">${escapeHtml(words.themes[theme])}</option>`,
  );
  return `<select id="theme" aria-label="${escapeHtml(words.theme)}">${options.join("")}</select>`;
}

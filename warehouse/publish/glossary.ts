import type { Term, Texts } from "../../dashboards/glossary.ts";
import { glossaries } from "../../dashboards/i18n/glossaries.ts";
import type { Locale } from "../../dashboards/i18n/locales.ts";
import { type Contract, listColumns } from "../../ingest/contracts/contract.ts";
import type { Dataset } from "./datasets.ts";

/** Makes the glossary: every metric and column shown on a page, in the words of its contract and their translations. */
export function listTerms(
  contracts: readonly Contract[],
  datasets: readonly Dataset[],
  locales: readonly Locale[],
): readonly Term[] {
  const translate = (kind: "texts" | "units", key: string, english: string): Texts =>
    Object.fromEntries(locales.map((locale) => [locale, glossaries[locale][kind][key] ?? english]));
  return contracts.flatMap((contract): Term[] => {
    const { relation } = contract;
    const shown = datasets.filter((dataset) => dataset.relation === relation);
    if (shown.length === 0 || !relation.startsWith("metrics.")) return [];
    const names = new Set<string>(shown.flatMap((dataset) => [...dataset.columns, ...(dataset.sums ?? [])]));
    const columns = listColumns(contract)
      .filter(({ name }) => names.has(name))
      .map(({ name, description, unit }) => ({
        name,
        description: translate("texts", `${relation}.${name}`, description),
        unit: unit === undefined ? null : translate("units", unit, unit),
      }));
    return [{ relation, description: translate("texts", relation, contract.description), columns }];
  });
}

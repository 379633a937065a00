import type { Term } from "../../dashboards/glossary.ts";
import { type Contract, listColumns } from "../../ingest/contracts/contract.ts";
import type { Dataset } from "./datasets.ts";

/** Makes the glossary: every metric and column shown on a page, in the words of its contract. */
export function listTerms(contracts: readonly Contract[], datasets: readonly Dataset[]): readonly Term[] {
  return contracts.flatMap((contract) => {
    const shown = datasets.filter((dataset) => dataset.relation === contract.relation);
    if (shown.length === 0 || !contract.relation.startsWith("metrics.")) return [];
    const names = new Set(shown.flatMap((dataset) => [...dataset.columns, ...(dataset.sums ?? [])]));
    const columns = listColumns(contract)
      .filter(({ name }) => names.has(name))
      .map(({ name, description, unit }) => ({ name, description, unit: unit ?? null }));
    return [{ relation: contract.relation, description: contract.description, columns }];
  });
}

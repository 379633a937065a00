import type { Term } from "../../dashboards/glossary.ts";
import { type Contract, listColumns } from "../../ingest/contracts/contract.ts";

/** Makes the glossary from the contracts of the metrics: what each relation and number means, in the words of its contract. */
export function listTerms(contracts: readonly Contract[]): readonly Term[] {
  return contracts
    .filter((contract) => contract.relation.startsWith("metrics."))
    .map((contract) => ({
      relation: contract.relation,
      description: contract.description,
      answers: contract.answers ?? null,
      key: contract.key,
      columns: listColumns(contract).map(({ name, description, unit }) => ({ name, description, unit: unit ?? null })),
    }));
}

import { describe, expect, it } from "vitest";
import { glossaries } from "../../dashboards/i18n/glossaries.ts";
import { pages } from "../../dashboards/site.ts";
import type { Contract } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { createKysely } from "../../warehouse/kysely.ts";
import { type AnyTables, type Dataset, planQuery } from "../../warehouse/publish/datasets.ts";
import { listTerms } from "../../warehouse/publish/glossary.ts";
import { datasets } from "../../warehouse/publish/site-datasets.ts";

const all = Object.values(contracts);

describe("planQuery(kysely, dataset, contracts)", () => {
  it.each(datasets.map((dataset) => [dataset.name, dataset] as const))(
    "reads only columns %s may show",
    async (_, dataset) => {
      expect((await plan(dataset)).sql).toContain(dataset.relation.split(".")[1]);
    },
  );

  it("refuses personal columns", async () => {
    const leak: Dataset = { name: "leak", relation: "marts.clients", columns: ["phone"], order: ["phone"] };
    await expect(plan(leak)).rejects.toThrow("marts.clients.phone is personal");
  });

  it("leaves out how clients are reached, but for an audience that may know", async () => {
    const names = datasets.find(({ name }) => name === "client-names");
    if (names === undefined) throw new Error("no dataset client-names");
    expect((await plan(names)).sql).toContain('cast(null as varchar) as "phone"');
  });

  it("refuses columns and relations without a contract", async () => {
    const few = all.filter(({ relation }) => relation !== "marts.managers");
    const managers: Dataset = { name: "x", relation: "marts.managers", columns: ["name"], order: ["name desc"] };
    await expect(plan(managers, few)).rejects.toThrow("marts.managers has no contract");
    const column = "nope" as "name";
    await expect(plan({ ...managers, columns: [column] })).rejects.toThrow(
      "marts.managers.nope is not in the contract",
    );
  });
});

/** Plans a dataset's query over an empty engine. */
function plan(dataset: Dataset, known: readonly Contract[] = all) {
  return withConnection({ attach: [] }, async (connection) =>
    planQuery(createKysely<AnyTables>(connection), dataset, known),
  );
}

describe("the page list", () => {
  /** Tables no page draws; the SQL explorer asks for them by name. */
  const explorerOnly = ["rfm-grid", "rfm-segments", "sales-by-day"];

  it("needs only datasets there are, and leaves none unused", () => {
    const needed = new Set<string>(pages.flatMap((page) => page.datasets));
    const made = new Set([...datasets.map((dataset) => dataset.name), "checks", "changes", "glossary", "tables"]);
    expect([...needed, ...explorerOnly].sort()).toEqual([...made].sort());
  });
});

describe("the glossary", () => {
  const shown = listTerms(all, datasets, ["en", "ru"]);

  it("explains every metric shown on a page", () => {
    const relations = new Set(
      datasets.map((dataset) => dataset.relation).filter((relation) => relation.startsWith("metrics.")),
    );
    expect(new Set(shown.map((term) => term.relation))).toEqual(relations);
  });

  it.each(["ru", "uk", "uz", "kk", "fa"] as const)(
    "is translated into %s without a gap and without leftovers",
    (locale) => {
      const { texts, units } = glossaries[locale];
      const keys = shown.flatMap((term) => [
        term.relation,
        ...term.columns.map((column) => `${term.relation}.${column.name}`),
      ]);
      expect(Object.keys(texts).sort()).toEqual([...new Set(keys)].sort());
      const used = new Set(
        shown.flatMap((term) =>
          term.columns.flatMap((column) => (column.unit?.en === undefined ? [] : [column.unit.en])),
        ),
      );
      expect(Object.keys(units).sort()).toEqual([...used].sort());
    },
  );
});

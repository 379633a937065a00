import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import { scoredModels } from "../../transforms/scored-models.ts";
import { createModelVersions } from "../../warehouse/build/model-versions.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { type Model, readGraph } from "../../warehouse/graph/graph.ts";
import { home } from "../../warehouse/settings.ts";

const settings =
  "select 'mbg' as churn_model, 91 as churn_horizon_days, 12 as rfm_window_months, 'EUR' as unread_setting";

describe("scoredModels", () => {
  it("have a version, a day, a flag and a number of observations in every row", () => {
    const all = new Map(Object.entries(contracts));
    for (const { relation, observations } of scoredModels) {
      const contract = all.get(relation);
      const names = contract === undefined ? [] : listColumns(contract).map(({ name }) => name);
      expect(names, relation).toEqual(
        expect.arrayContaining(["model_version", "as_of_date", "quality_flag", observations]),
      );
    }
  });
});

describe("createModelVersions(connection, models, home)", () => {
  it("changes a version with the formula, the code it imports and the settings it reads, and with nothing else", async () => {
    const copy = mkdtempSync(join(tmpdir(), "karavan-versions-"));
    try {
      cpSync(resolve(home, "transforms"), join(copy, "transforms"), { recursive: true });
      const edit = (file: string, from: string, to: string) => {
        const text = readFileSync(join(copy, file), "utf8");
        expect(text).toContain(from);
        writeFileSync(join(copy, file), text.replace(from, to));
      };
      const { models } = await readGraph(resolve(home, "transforms"));
      const before = await readVersions(models, copy, settings);
      expect(Object.keys(before)).toEqual(scoredModels.map(({ name }) => name).sort());
      expect(before.churn).toMatch(/^churn-[0-9a-f]{8}$/);
      const changed = async (sql = settings) => {
        const now = await readVersions(models, copy, sql);
        return Object.keys(before).filter((name) => before[name] !== now[name]);
      };
      expect(await changed()).toEqual([]);
      expect(await changed(settings.replace("'EUR'", "'USD'"))).toEqual([]);
      expect(await changed(settings.replace("91", "182"))).toEqual(["churn", "lifetime_value", "look_alike", "rfm"]);
      expect(await changed(settings.replace("12 as", "24 as"))).toEqual(["look_alike", "rfm"]);
      edit("transforms/metrics/rfm.sql", "-- One row", "-- A row");
      edit("transforms/fits/theta.ts", "/**", "/** Now");
      expect(await changed()).toEqual([]);
      edit("transforms/fits/theta.ts", "const", "  const");
      expect(await changed()).toEqual([]);
      edit("transforms/fits/theta.ts", "(line + level) / 2", "(line + level) / 2.0001");
      expect(await changed()).toEqual(["forecast"]);
      edit("transforms/metrics/deal_stages.sql", "+ 10 as", "+ 11 as");
      expect(await changed()).toEqual(["deal_value", "forecast", "pipeline", "stage_probability"]);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});

/** Reads the models as they stand in a copy of the folder, and what their versions are under the settings given. */
async function readVersions(
  models: readonly Model[],
  copy: string,
  sql: string,
): Promise<Readonly<Record<string, string>>> {
  const texts = models.map((model) => ({ ...model, text: readFileSync(join(copy, model.file), "utf8") }));
  return withConnection({ attach: [] }, async (connection) => {
    await connection.run("create schema meta");
    await connection.run(`create table meta.settings as ${sql}`);
    await connection.run(
      "create table meta.rfm_cut_points as select 'recency' as measure, 1 as cut_number, 30 as value",
    );
    await connection.run("create table meta.complaint_targets as select 'x' as complaint_type");
    await createModelVersions(connection, texts, copy);
    const rows = await connection.rows<{ model_name: string; model_version: string }>(
      "select model_name, model_version from meta.model_versions order by model_name",
    );
    return Object.fromEntries(rows.map((row) => [row.model_name, row.model_version]));
  });
}

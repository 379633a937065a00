import { appendFileSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createProject, type Project } from "./project.ts";

const changes = "select kind, source_client_id, client_id_before, client_id from meta.client_changes order by 2, 1";

describe("writeClientChanges(connection, history, now)", () => {
  it("tells each card known before whose client is another one, and carries that on", async () => {
    const project = await createMatching();
    await setClients(project, { "erp:1": "erp:1", "crm:1": "crm:1", "crm:2": "crm:2", "shop:1": "crm:2" });
    await project.build();
    expect(await project.crm(changes)).toEqual([]);
    await setClients(project, { "erp:1": "erp:1", "crm:1": "erp:1", "crm:2": "crm:2", "shop:1": "shop:1" });
    await project.build({ force: true });
    const told = [
      { kind: "merge", source_client_id: "crm:1", client_id_before: "crm:1", client_id: "erp:1" },
      { kind: "split", source_client_id: "shop:1", client_id_before: "crm:2", client_id: "shop:1" },
    ];
    expect(await project.crm(changes)).toEqual(told);
    await project.build({ force: true });
    expect(await project.crm(changes)).toEqual(told);
  });

  it("takes a card that is new for no merge, and the whole of a client that is absorbed for one", async () => {
    const project = await createMatching();
    await setClients(project, { "crm:1": "crm:1", "shop:1": "crm:1" });
    await project.build();
    await setClients(project, { "crm:1": "erp:1", "shop:1": "erp:1", "erp:1": "erp:1" }, { "erp:1": 9 });
    await project.build({ force: true });
    expect(await project.crm(changes)).toEqual([
      { kind: "merge", source_client_id: "crm:1", client_id_before: "crm:1", client_id: "erp:1" },
      { kind: "merge", source_client_id: "shop:1", client_id_before: "crm:1", client_id: "erp:1" },
    ]);
  });

  it("outlasts the warehouse, and a history that is built anew with it is the same", async () => {
    const project = await createMatching();
    await setClients(project, { "erp:1": "erp:1", "crm:1": "crm:1" });
    await project.build();
    await setClients(project, { "erp:1": "erp:1", "crm:1": "erp:1" });
    await project.build({ force: true });
    const told = await project.crm("select * from meta.client_changes");
    expect(told).toHaveLength(1);
    for (const path of [project.settings.paths.crm, project.settings.paths.work]) rmSync(path, { recursive: true });
    await setClients(project, { "erp:1": "erp:1", "crm:1": "erp:1", "shop:1": "erp:1" }, { "shop:1": 2 });
    await project.build();
    expect(await project.crm("select * from meta.client_changes")).toEqual(told);
    await setClients(project, { "erp:1": "erp:1", "crm:1": "crm:1", "shop:1": "erp:1" }, { "shop:1": 2 });
    appendFileSync(project.settings.paths.clientJournal, '{"as_of_date":"20');
    rmSync(project.settings.paths.crm);
    await project.build();
    expect(await project.crm(changes)).toEqual([
      { kind: "merge", source_client_id: "crm:1", client_id_before: "crm:1", client_id: "erp:1" },
      { kind: "split", source_client_id: "crm:1", client_id_before: "erp:1", client_id: "crm:1" },
    ]);
  });

  it("takes the history over from a warehouse of before it was kept apart", async () => {
    const project = await createMatching();
    await setClients(project, { "erp:1": "erp:1", "crm:1": "crm:1" });
    await project.build();
    await setClients(project, { "erp:1": "erp:1", "crm:1": "erp:1" });
    await project.build({ force: true });
    const told = await project.crm("select * from meta.client_changes");
    rmSync(project.settings.paths.clientJournal);
    await project.build({ force: true });
    rmSync(project.settings.paths.crm);
    await project.build();
    expect(await project.crm("select * from meta.client_changes")).toEqual(told);
  });

  it("adds nothing when an earlier day is built", async () => {
    const project = await createMatching();
    await setClients(project, { "erp:1": "erp:1", "crm:1": "erp:1" });
    await project.build();
    await setClients(project, { "erp:1": "erp:1", "crm:1": "crm:1" });
    await project.build({ asOf: "2026-01-01", force: true });
    expect(await project.crm(changes)).toEqual([]);
    await setClients(project, { "erp:1": "erp:1", "crm:1": "erp:1" });
    await project.build({ force: true });
    expect(await project.crm(changes)).toEqual([]);
  });
});

/** A company whose matching is told by the card itself: its tax number is the client. */
async function createMatching(): Promise<Project> {
  const project = await createProject();
  project.write("staging/cards.sql", "select client_id, tax_id from raw.clients");
  project.write(
    "marts/client_sources.sql",
    "select client_id as source_client_id, tax_id as client_id, cast(count(*) over (partition by tax_id) as bigint) as card_count from staging.cards",
  );
  project.contract(
    "marts.client_sources",
    ["source_client_id"],
    `source_client_id: id("Card."), client_id: id("Client."), card_count: count("Cards.")`,
  );
  await project.raw(
    "insert into meta.files (file_id, run_id, source, feed, entity, name, state, loaded_at) values (1, 'r', 's', 'clients', 'clients', 'a', 'committed', timestamp '2025-01-01')",
  );
  return project;
}

async function setClients(
  project: Project,
  clientOf: Readonly<Record<string, string>>,
  fileOf: Readonly<Record<string, number>> = {},
): Promise<void> {
  await project.raw(
    "delete from raw.clients",
    ...Object.entries(clientOf).map(
      ([card, client]) =>
        `insert into raw.clients (client_id, name, tax_id, _source, _file_id, _record, _loaded_at) values ('${card}', 'X', '${client}', 's', ${fileOf[card] ?? 1}, 1, timestamp '2025-01-01')`,
    ),
  );
}

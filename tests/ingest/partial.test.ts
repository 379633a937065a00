import { describe, expect, it } from "vitest";
import { type Inbox, makeInbox } from "./inbox.ts";

/** Two feeds of orders, each knowing one column beside key and day. */
const yaml = (region = "") => `source: erp
title: ERP
feeds:
  - entity: orders
    name: amounts
    match: "amounts*.csv"
    mode: upsert
    partial: true
    columns: { order_id: { from: Number }, order_date: { from: Date }, amount: { from: Amount } }
  - entity: orders
    name: regions
    match: "regions*.csv"
    mode: upsert
    partial: true
    columns: { order_id: { from: Number }, order_date: { from: Date }, region: { from: Region${region} } }
`;

const renamed = ", values: { X: North, Y: South }";
const current =
  "select order_id, cast(amount as varchar), region from raw.orders where _closed_at is null order by order_id";

/** An order whose amount was told before and after its region. */
async function tell(inbox: Inbox): Promise<void> {
  await inbox.load("amounts-1.csv", "Number,Date,Amount\n1,2025-02-01,1\n");
  await inbox.load("regions-1.csv", "Number,Date,Region\n1,2025-02-01,X\n");
  await inbox.load("amounts-2.csv", "Number,Date,Amount\n1,2025-02-01,2\n");
}

describe("ingest(settings, options, effects): late rows of feeds that know some columns only", () => {
  it("change their own columns of a row that another feed told since", async () => {
    const inbox = makeInbox(yaml());
    await tell(inbox);
    expect(await inbox.rows(current)).toEqual([["erp:1", "2.0000", "X"]]);
    inbox.describe(yaml(renamed));
    const { files } = await inbox.ingest();
    const late = files.filter(({ state }) => state !== "unchanged").map(({ name, file }) => [name, file?.rows_updated]);
    expect(late).toEqual([["regions-1.csv", 1]]);
    expect(await inbox.rows(current)).toEqual([["erp:1", "2.0000", "North"]]);
    expect(await inbox.rows("select distinct _record from raw.orders")).toEqual([[1]]);
  });

  it("wait where a later file of their feed may have told of the row", async () => {
    const inbox = makeInbox(yaml());
    await tell(inbox);
    await inbox.load("regions-2.csv", "Number,Date,Region\n2,2025-02-01,Y\n");
    inbox.describe(yaml(renamed));
    await inbox.ingest();
    expect(await inbox.rows("select file_id, line_from, rule from meta.rejects")).toEqual([[5, 2, "order_unknown"]]);
    expect(await inbox.rows(current)).toEqual([
      ["erp:1", "2.0000", "X"],
      ["erp:2", null, "South"],
    ]);
  });
});

describe("ingest(settings, options, effects): feeds that know some columns only", () => {
  it("keep what each says beside its columns, the newest of the same name", async () => {
    const inbox = makeInbox(yaml());
    await inbox.load("amounts-1.csv", "Number,Date,Amount,Note\n1,2025-02-01,1,old\n");
    await inbox.load("regions-1.csv", "Number,Date,Region,Tag\n1,2025-02-01,X,t\n");
    await inbox.load("amounts-2.csv", "Number,Date,Amount,Note\n1,2025-02-01,2,new\n");
    const [[extra] = []] = await inbox.rows("select _extra from raw.orders where _closed_at is null");
    expect(JSON.parse(String(extra))).toEqual({ Note: "new", Tag: "t" });
  });
});

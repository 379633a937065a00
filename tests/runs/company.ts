import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A company that sells through one system, whose exports are a few files of orders. */
export interface SmallCompany {
  readonly folder: string;
  readonly environment: { readonly KARAVAN_SETTINGS: string; readonly KARAVAN_DATA: string };
}

const source = `source: erp
title: ERP
dialect: { delimiter: ";" }
locale: { decimal: ".", dates: [yyyy-MM-dd] }
feeds:
  - entity: orders
    match: orders-*.csv
    mode: upsert
    columns:
      order_id: { from: number }
      client_id: { from: client }
      order_date: { from: date }
      amount: { from: amount }
`;

/** Makes the company with `files` exports of `rows` orders each; each file also changes one order of the file before. */
export function makeSmallCompany(files: number, rows: number): SmallCompany {
  const folder = mkdtempSync(join(tmpdir(), "karavan-small-"));
  const settings = join(folder, "karavan.yaml");
  const data = join(folder, "data");
  mkdirSync(join(folder, "sources"));
  mkdirSync(join(data, "inbox/erp"), { recursive: true });
  writeFileSync(
    settings,
    "company: { name: Small }\ncurrency: RUB\ntime_zone: UTC\nas_of: 2026-10-31\nlocales: [en]\nsources: sources\n",
  );
  writeFileSync(join(folder, "sources/erp.yaml"), source);
  for (let file = 1; file <= files; file += 1)
    writeFileSync(join(data, `inbox/erp/orders-${file}.csv`), orders(file, rows));
  return { folder, environment: { KARAVAN_SETTINGS: settings, KARAVAN_DATA: data } };
}

function orders(file: number, rows: number): string {
  const changed = file === 1 ? [] : [`${file - 1}-1;C1;2026-01-01;${file}.75`];
  const fresh = Array.from({ length: rows }, (_, row) => `${file}-${row};C${row % 7};2026-01-02;${file}${row}.25`);
  return `${["number;client;date;amount", ...changed, ...fresh].join("\n")}\n`;
}

import type { Browser } from "playwright-core";
import { locales } from "../../dashboards/i18n/locales.ts";
import { ingest } from "../../ingest/ingest.ts";
import { build } from "../../warehouse/build/build.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { makeDemo } from "../../warehouse/demo.ts";
import { type PublishReport, publish } from "../../warehouse/publish/publish.ts";
import { serve } from "../../warehouse/serve/serve.ts";
import { makeSettings, quietEffects } from "../publish/warehouse.ts";
import { launchChromium } from "./chromium.ts";

/** The site of the demo company, served, and a browser to read it with. */
export interface DemoSite {
  readonly url: string;
  readonly report: PublishReport;
  readonly browser: Browser;
  /** The largest client, whose card is looked at. */
  readonly client: string;
  /** The one value a query of the warehouse gives. */
  answer<Value>(sql: string): Promise<Value | undefined>;
  close(): Promise<void>;
}

/** Takes a small demo company the whole road in all languages: exports, ingest, build, publish, serve. */
export async function openDemoSite(): Promise<DemoSite> {
  const { settings: made, remove } = await makeSettings(locales);
  const settings = { ...made, satisfaction: { ...made.satisfaction, publish_comments: true } };
  await makeDemo(settings, { clients: 120, orders: 1200 }, quietEffects());
  await ingest(settings, {}, quietEffects());
  await build(settings, {}, quietEffects());
  const report = await publish(settings, {}, quietEffects());
  const answer = async <Value>(sql: string): Promise<Value | undefined> => {
    const attach = [{ path: settings.paths.crm, as: "crm", mode: "read" }] as const;
    const row = await withConnection({ attach }, (connection) =>
      connection.row<{ answer: Value }>(`select ${sql} as answer`),
    );
    return row?.answer;
  };
  const client = (await answer<string>("(select max_by(client_id, net_amount) from marts.clients)")) ?? "";
  const server = await serve(settings, { port: 0 }, quietEffects());
  const browser = await launchChromium();
  const close = async () => {
    await browser.close();
    await server.close();
    await remove();
  };
  return { url: server.url, report, browser, client, answer, close };
}

import { publish } from "../../warehouse/publish/publish.ts";
import { readSettings } from "../../warehouse/settings.ts";
import { quietEffects } from "./warehouse.ts";

const settings = readSettings();
const report = await publish(
  { ...settings, locales: ["en"], home: process.env.KARAVAN_TEST_HOME ?? settings.home },
  { force: true },
  quietEffects(),
);
console.log(report.state);

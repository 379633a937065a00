import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import { exitCodes } from "../../errors.ts";
import { home, settingsJsonSchema } from "../../settings.ts";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

export function schemaCommand(): Command {
  return new Command("schema")
    .description("write karavan.schema.json, which editors complete karavan.yaml with")
    .option("--json", "print the schema instead of writing the file")
    .addHelpText("after", examples("karavan schema"))
    .action((_options: unknown, command: Command) =>
      perform(command, async ({ isJson, answer }) => {
        const file = resolve(home, "karavan.schema.json");
        if (!isJson) writeFileSync(file, formatSchema());
        answer(settingsJsonSchema(), `${file} written`);
        return exitCodes.done;
      }),
    );
}

/** Formats the JSON Schema of the settings as the committed file holds it. */
export function formatSchema(): string {
  return `${JSON.stringify(settingsJsonSchema(), null, 2)}\n`;
}

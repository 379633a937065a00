import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { exitCodes } from "../../errors.ts";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

export function schemaCommand(): Command {
  return new Command("schema")
    .description("write karavan.schema.json, which editors complete karavan.yaml with")
    .option("--json", "print the schema instead of writing the file")
    .addHelpText("after", examples("karavan schema"))
    .action((_options: unknown, command: Command) =>
      perform(command, async ({ settings, isJson, answer }) => {
        const { settingsJsonSchema } = await import("../../settings.ts");
        const file = join(settings.home, "karavan.schema.json");
        if (!isJson) writeFileSync(file, formatSchema(settingsJsonSchema()));
        answer(settingsJsonSchema(), `${file} written`);
        return exitCodes.done;
      }),
    );
}

/** Formats a JSON Schema as the committed file holds it. */
export function formatSchema(schema: unknown): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

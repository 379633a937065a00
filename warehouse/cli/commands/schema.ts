import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { exitCodes } from "../../errors.ts";
import { perform } from "../context.ts";
import { examples } from "../options.ts";

/** Builds `karavan schema`: writes the JSON schemas of settings and source files beside the settings. Exit 0. */
export function schemaCommand(): Command {
  return new Command("schema")
    .description("write the schemas that editors complete karavan.yaml and source files with")
    .option("--json", "print the schemas instead of writing the files")
    .addHelpText("after", examples("karavan schema"))
    .action((_options: unknown, command: Command) =>
      perform(command, async ({ settings, isJson, answer }) => {
        const schemas = await readSchemas();
        const names = Object.keys(schemas);
        if (!isJson) {
          for (const name of names) writeFileSync(join(settings.home, name), formatSchema(schemas[name]));
        }
        answer(schemas, `written in ${settings.home}: ${names.join(", ")}`);
        return exitCodes.done;
      }),
    );
}

/** Makes the schema files of the checkout: what each must hold, by name. */
export async function readSchemas(): Promise<Readonly<Record<string, unknown>>> {
  const [{ settingsJsonSchema }, { sourceJsonSchema }] = await Promise.all([
    import("../../settings.ts"),
    import("../../../ingest/source.ts"),
  ]);
  return { "karavan.schema.json": settingsJsonSchema(), "source.schema.json": sourceJsonSchema() };
}

/** Formats a JSON Schema as the committed files hold it. */
export function formatSchema(schema: unknown): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { exitCodes, OperatorError } from "../warehouse/errors.ts";
import { parseYaml } from "../warehouse/yaml.ts";

const clientId = z
  .string()
  .regex(/^[a-z0-9_-]+:.+$/, "not a client: write the source before the id, such as erp:000123");

const linksSchema = z.strictObject({
  same: z
    .array(z.array(clientId).min(2))
    .default([])
    .describe("Lists of cards that are one client, whatever their tax numbers say."),
  different: z
    .array(z.array(clientId).length(2))
    .default([])
    .describe("Pairs of cards that are two clients, whatever links them."),
});

/** What people decided of two cards. */
export interface ClientDecision {
  readonly verdict: "same" | "different";
  readonly client_id: string;
  readonly other_client_id: string;
}

/** The file that need not exist: the settings' default. */
const usual = "links.yaml";

/**
 * Reads what people decided about clients, as pairs; a list of `same` is held together by its first card. Where nothing was
 * decided yet, `links.yaml` need not exist; a file of another name must.
 * @throws OperatorError exit 2 naming file, line and path for a faulty file, and for one that is missing.
 */
export function readLinks(file: string): readonly ClientDecision[] {
  if (existsSync(file)) return parseLinks(readFileSync(file, "utf8"), file);
  if (basename(file) === usual) return [];
  throw new OperatorError("the file of decisions on clients does not exist", {
    exitCode: exitCodes.usage,
    place: { file },
    remedy: "Write it, or mend `clients.links` in the settings.",
  });
}

/** Validates the text of a links file. @throws OperatorError exit 2. */
export function parseLinks(yaml: string, file: string): readonly ClientDecision[] {
  const { same, different } = parseYaml(linksSchema, yaml, file);
  const pairsOf = (verdict: ClientDecision["verdict"]) => (list: readonly string[]) =>
    list.slice(1).map((other) => ({ verdict, client_id: list[0] ?? other, other_client_id: other }));
  return [...same.flatMap(pairsOf("same")), ...different.flatMap(pairsOf("different"))];
}

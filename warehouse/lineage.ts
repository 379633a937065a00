import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type EntityName, entityNames } from "../ingest/contracts/entities.ts";
import { withConnection } from "./connection.ts";
import { exitCodes, OperatorError } from "./errors.ts";
import { readGraph } from "./graph/graph.ts";
import { nearNames } from "./graph/near.ts";
import { listDownstream, listUpstream } from "./graph/select.ts";
import { createKysely } from "./kysely.ts";
import type { Settings } from "./settings.ts";

/** A file that feeds a relation. */
export interface FeedingFile {
  readonly file_id: number;
  readonly source: string;
  readonly entity: string;
  readonly name: string;
  readonly sha256: string;
  readonly loaded_at: string;
  readonly rows_accepted: number;
}

/** Where a relation's rows come from, and where they go. */
export interface Lineage {
  readonly relation: string;
  /** The file that makes it; null for a source. */
  readonly file: string | null;
  /** What it reads itself. */
  readonly reads: readonly string[];
  /** All it is made from: models, raw entities, meta. */
  readonly upstream: readonly string[];
  /** All that is made from it. */
  readonly downstream: readonly string[];
  readonly entities: readonly EntityName[];
  /** Committed files of those entities, as the published warehouse knows them. */
  readonly files: readonly FeedingFile[];
}

/** Where models are read from. */
export interface LineageOptions {
  /** Folder of models; default: `transforms` of the checkout. */
  readonly transforms?: string;
}

/**
 * Traces a relation: upstream to raw entities and the files that feed them, and downstream.
 * @throws OperatorError exit 2 for an unknown relation, with near names.
 */
export async function lineage(settings: Settings, relation: string, options: LineageOptions = {}): Promise<Lineage> {
  const graph = await readGraph(options.transforms ?? resolve(settings.home, "transforms"));
  const model = graph.models.find((candidate) => candidate.relation === relation);
  const sources = new Set([
    ...entityNames.map((name) => `raw.${name}`),
    ...graph.models.flatMap(({ reads }) => reads.filter((read) => read.startsWith("meta."))),
  ]);
  if (model === undefined && !sources.has(relation))
    throw unknownRelation(relation, [...graph.models.map((known) => known.relation), ...sources]);
  const upstream = [...listUpstream(graph, relation)].sort();
  const entities = entityNames.filter((name) => [relation, ...upstream].includes(`raw.${name}`));
  return {
    relation,
    file: model?.file ?? null,
    reads: model?.reads ?? [],
    upstream,
    downstream: [...listDownstream(graph, relation)].sort(),
    entities,
    files: await readFiles(settings, entities),
  };
}

/** Reads the files the published warehouse was made from; none when nothing is published yet. */
async function readFiles(settings: Settings, entities: readonly string[]): Promise<readonly FeedingFile[]> {
  if (!existsSync(settings.paths.crm) || entities.length === 0) return [];
  const attach = [{ path: settings.paths.crm, as: "crm", mode: "read" as const }];
  return withConnection({ attach }, async (connection) =>
    createKysely(connection)
      .selectFrom("meta.files")
      .select(["file_id", "source", "entity", "name", "sha256", "loaded_at", "rows_accepted"])
      .where("entity", "in", [...entities])
      .where("state", "=", "committed")
      .orderBy("file_id")
      .execute(),
  );
}

function unknownRelation(relation: string, known: readonly string[]): OperatorError {
  const near = nearNames(relation, known);
  return new OperatorError(`there is no relation ${relation}`, {
    exitCode: exitCodes.usage,
    place: { path: "lineage" },
    remedy: near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "Relations are named by their path: marts.orders.",
  });
}

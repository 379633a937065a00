import { exitCodes, OperatorError } from "../errors.ts";
import type { Graph, Model } from "./graph.ts";
import { nearNames } from "./near.ts";

/**
 * Picks models by name: `metrics.rfm` (with or without a leading `+`) is the relation, `metrics.rfm+` also all that
 * reads it, `metrics.*` a whole schema. What the picked ones need is always picked too, in build order.
 * @throws OperatorError exit 2 for a name that is no model, with near names.
 */
export function selectModels(graph: Graph, patterns: readonly string[]): readonly Model[] {
  const wanted = new Set(patterns.flatMap((pattern) => matchPattern(graph, pattern)));
  const picked = new Set([...wanted].flatMap((relation) => [relation, ...listUpstream(graph, relation)]));
  return graph.models.filter(({ relation }) => picked.has(relation));
}

/** Lists everything a relation is made from, models and sources, nearest last. */
export function listUpstream(graph: Graph, relation: string): readonly string[] {
  const reads = new Map(graph.models.map((model) => [model.relation, model.reads]));
  return closure(relation, (name) => reads.get(name) ?? []);
}

/** Lists every model that reads a relation, directly or through others. */
export function listDownstream(graph: Graph, relation: string): readonly string[] {
  return closure(relation, (name) =>
    graph.models.filter((model) => model.reads.includes(name)).map((model) => model.relation),
  );
}

/** Finds the relations a pattern names, without what they need. */
export function matchPattern(graph: Graph, pattern: string): readonly string[] {
  const name = pattern.replace(/^\+/, "").replace(/\+$/, "");
  const names = graph.models.map(({ relation }) => relation);
  const matched = name.endsWith(".*")
    ? names.filter((relation) => relation.startsWith(name.slice(0, -1)))
    : names.filter((relation) => relation === name);
  if (matched.length === 0) {
    const near = nearNames(name, names);
    throw new OperatorError(`there is no model ${name}`, {
      exitCode: exitCodes.usage,
      place: { path: "--select" },
      remedy: near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "Models are named by their path: marts.orders.",
    });
  }
  return pattern.endsWith("+")
    ? matched.flatMap((relation) => [relation, ...listDownstream(graph, relation)])
    : matched;
}

function closure(start: string, next: (name: string) => readonly string[]): readonly string[] {
  const found = new Set<string>();
  const pending = [...next(start)];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    pending.push(...next(name));
  }
  return [...found];
}

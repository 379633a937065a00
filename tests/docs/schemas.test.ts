import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { home } from "../../warehouse/settings.ts";

/** A JSON Schema, as far as editors show it. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
}

/** Paths of keys an editor would say nothing of; a key that only holds others explains itself by them. */
function listUntold(schema: Schema, path = ""): readonly string[] {
  const { properties = {}, items, additionalProperties, anyOf = [] } = schema;
  const below = typeof additionalProperties === "object" ? [additionalProperties] : [];
  return [
    ...Object.entries(properties).flatMap(([name, value]) => [
      ...(value.description === undefined && value.type !== "object" ? [`${path}${name}`] : []),
      ...listUntold(value, `${path}${name}.`),
    ]),
    ...[...below, ...(items === undefined ? [] : [items]), ...anyOf].flatMap((part) => listUntold(part, `${path}*.`)),
  ];
}

describe.each(["karavan.schema.json", "source.schema.json"])("%s", (name) => {
  it("says of every key what it does", () => {
    const schema: Schema = JSON.parse(readFileSync(resolve(home, name), "utf8"));
    expect(Object.keys(schema.properties ?? {}).length).toBeGreaterThan(3);
    expect(listUntold(schema)).toEqual([]);
  });
});

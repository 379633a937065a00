/** Lists texts of a dictionary by path; of a function, what it writes. */
export function listTexts(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, writtenBy(value.toString())]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listTexts(inner, path === "" ? key : `${path}.${key}`));
}

/** What a function's source has inside quotes and templates, without what is put into them. */
function writtenBy(source: string): string {
  const texts = source.match(/`[^`]*`|"[^"]*"/g) ?? [];
  return texts.map((text) => text.replaceAll(/\$\{[^}]*\}/g, "")).join(" ");
}

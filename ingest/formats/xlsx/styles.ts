import { findAttribute, type TagHandler } from "../xml/tags.ts";
import { drain, type WalkPart } from "./workbook.ts";

/** What a number shows: itself, a hundredfold of it, a day with or without a time, a time of day, or a duration. */
export type NumberKind = "number" | "percent" | "date" | "time" | "elapsed";

/** Reads what numbers are, by the index of a cell's style. */
export async function readNumberKinds(part: string, walk: WalkPart): Promise<readonly NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: number[] = [];
  let isInside = false;
  const handler: TagHandler = {
    open(name, attributes) {
      if (name === "numFmt") {
        codes.set(Number(findAttribute(attributes, "numFmtId")), findAttribute(attributes, "formatCode") ?? "");
      }
      if (name === "cellXfs") isInside = true;
      if (name === "xf" && isInside) kinds.push(Number(findAttribute(attributes, "numFmtId") ?? 0));
    },
    close(name) {
      if (name === "cellXfs") isInside = false;
    },
    text() {},
  };
  await drain(walk(part, handler));
  return kinds.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtInKind(id) : formatKind(code);
  });
}

/** Tells what a number is by a built-in format (ECMA-376 part 1, 18.8.30); those of eastern locales are dates too. */
export function builtInKind(id: number): NumberKind {
  if ((id >= 14 && id <= 17) || id === 22) return "date";
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return "time";
  if (id === 46) return "elapsed";
  if (id === 9 || id === 10) return "percent";
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || (id >= 71 && id <= 81) ? "date" : "number";
}

/** Tells what a number is by a format code: what is left of its first section without texts, colours and locales. */
export function formatKind(code: string): NumberKind {
  const first = code.replace(/"[^"]*"|\\.|[_*]./gu, "").split(";")[0] ?? "";
  const isElapsed = /\[(?:h+|m+|s+|ч+|м+|с+)\]/i.test(first);
  const bare = first.replace(/\[[^\]]*\]/g, "").replace(/e[+-]/gi, "");
  if (/^\s*(?:general|standard|основной|общий|@)\s*$/i.test(bare)) return "number";
  const letters = bare.replace(/am\/pm|a\/p/gi, "h").replace(/s[.,]0+/gi, "s");
  if (/[0#?]/.test(letters)) return letters.includes("%") ? "percent" : "number";
  if (/[yd]|гг|дд/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters) && !isElapsed)) return "date";
  if (isElapsed) return "elapsed";
  return /[hs]|чч/i.test(letters) ? "time" : "number";
}

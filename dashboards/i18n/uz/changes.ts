import type { changesEn } from "../en/changes.ts";

/** Uzbek texts of what changed since the run before. */
export const changesUz: typeof changesEn = {
  changes: {
    heading: "Nima oʻzgardi",
    first: "Bu saqlangan birinchi nashr qilingan yigʻma: taqqoslash uchun hech narsa yoʻq.",
    none: "Oldingi yigʻmadan beri hech narsa oʻzgarmadi",
    since: (when: string, run: string) => `Taqqoslangan yigʻma: ${when} (${run})`,
    title: (count: string) => `Oldingi yigʻmadan farqlar: ${count}`,
    what: "Nima",
    name: "Qayerda",
    before: "Oldingi yigʻma",
    now: "Shu yigʻma",
    kinds: {
      accepted: "qabul qilingan satrlar",
      rejected: "chetga olingan satrlar",
      check: "tekshiruvlar topgani",
      restated: "qayta hisoblangan oylar (sof sotuv)",
      rows: "vitrinalardagi satrlar",
    },
  },
};

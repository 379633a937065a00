import type { changesEn } from "../en/changes.ts";

/** Ukrainian texts of what changed since the run before. */
export const changesUk: typeof changesEn = {
  changes: {
    heading: "Що змінилося",
    first: "Це перша опублікована збірка зі збережених: порівняти її нема з чим.",
    none: "Від попередньої збірки нічого не змінилося",
    since: (when: string, run: string) => `Порівняно зі збіркою ${when} (${run})`,
    title: (count: string) => `Відмінностей від попередньої збірки: ${count}`,
    what: "Що",
    name: "Де",
    before: "Попередня збірка",
    now: "Ця збірка",
    kinds: {
      accepted: "прийнято рядків",
      rejected: "відкладено рядків",
      check: "знахідки перевірок",
      restated: "перераховані місяці (чисті продажі)",
      rows: "рядків у вітринах",
    },
  },
};

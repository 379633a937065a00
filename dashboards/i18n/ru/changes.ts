import type { changesEn } from "../en/changes.ts";

/** Russian texts of what changed since the run before. */
export const changesRu: typeof changesEn = {
  changes: {
    heading: "Что изменилось",
    first: "Это первая опубликованная сборка из сохранённых: сравнить её не с чем.",
    none: "С прошлой сборки ничего не изменилось",
    since: (when: string, run: string) => `В сравнении со сборкой ${when} (${run})`,
    title: (count: string) => `Отличий от прошлой сборки: ${count}`,
    what: "Что",
    name: "Где",
    before: "Прошлая сборка",
    now: "Эта сборка",
    kinds: {
      accepted: "принято строк",
      rejected: "отложено строк",
      check: "находки проверок",
      restated: "пересчитанные месяцы (чистые продажи)",
      rows: "строк в витринах",
    },
  },
};

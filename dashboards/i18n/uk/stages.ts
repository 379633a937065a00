import type { stagesEn } from "../en/stages.ts";

/** Ukrainian texts of what stages of deals promise. */
export const stagesUk: typeof stagesEn = {
  stagePromises: {
    plain: "Імовірності стадій: обіцяно й справдилося",
    title: (points: string) => `Імовірності стадій помиляються в середньому на ${points} пункта`,
    subtitle:
      "Угоди за імовірністю, яку обіцяла стадія на початку кварталу (впоперек), і частка виграних (угору), межі 95%; лише квартали, де угоди вже вирішено",
    point: (promised: string, came: string, count: string) => `обіцяно ${promised}, виграно ${came}, угод ${count}`,
    tenth: "Обіцяна імовірність",
    upTo: (share: string) => `до ${share}`,
    table: "Що обіцяла кожна стадія",
    tableSubtitle: "Сказано до того, як угоди увійшли в стадію, і що з ними сталося",
    stage: "Стадія",
    promised: "Обіцяно",
    came: "Частка виграних",
  },
};

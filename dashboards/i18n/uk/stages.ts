import type { stagesEn } from "../en/stages.ts";

/** Ukrainian texts of what stages of deals promise. */
export const stagesUk: typeof stagesEn = {
  stagePromises: {
    plain: "Імовірності етапів: прогноз і факт",
    title: (points: string) => `Імовірності етапів відхиляються від факту в середньому на ${points} в. п.`,
    subtitle:
      "Угоди за ймовірністю, яку давав етап на початку кварталу (праворуч), і частка виграних (угору), межі 95%; лише квартали, де угоди вже вирішено",
    point: (promised: string, came: string, count: string) => `прогноз ${promised}, виграно ${came}, угод ${count}`,
    tenth: "Прогнозована ймовірність",
    upTo: (share: string) => `до ${share}`,
    table: "Що обіцяв кожен етап",
    tableSubtitle: "Обіцяно до того, як угоди ввійшли в етап, і що з ними сталося",
    stage: "Етап",
    promised: "Прогноз",
    came: "Частка виграних",
  },
};

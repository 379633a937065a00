import type { stagesEn } from "../en/stages.ts";

/** Russian texts of what stages of deals promise. */
export const stagesRu: typeof stagesEn = {
  stagePromises: {
    plain: "Вероятности стадий: обещано и сбылось",
    title: (points: string) => `Вероятности стадий ошибаются в среднем на ${points} пункта`,
    subtitle:
      "Сделки по вероятности, которую обещала стадия в начале квартала (поперёк), и доля выигранных (вверх), границы 95 %; только кварталы, где сделки уже решены",
    point: (promised: string, came: string, count: string) => `обещано ${promised}, выиграно ${came}, сделок ${count}`,
    tenth: "Обещанная вероятность",
    upTo: (share: string) => `до ${share}`,
    table: "Что обещала каждая стадия",
    tableSubtitle: "Сказано до того, как сделки вошли в стадию, и что с ними стало",
    stage: "Стадия",
    promised: "Обещано",
    came: "Доля выигранных",
  },
};

import type { stagesEn } from "../en/stages.ts";

/** Russian texts of what stages of deals promise. */
export const stagesRu: typeof stagesEn = {
  stagePromises: {
    plain: "Вероятности этапов: обещано и сбылось",
    title: (points: string) => `Вероятности этапов ошибаются в среднем на ${points} п. п.`,
    subtitle:
      "Сделки по вероятности, которую обещал этап в начале квартала (вправо), и доля выигранных (вверх), пределы 95 %; только кварталы, где сделки уже решены",
    point: (promised: string, came: string, count: string) => `обещано ${promised}, выиграно ${came}, сделок ${count}`,
    tenth: "Обещанная вероятность",
    upTo: (share: string) => `до ${share}`,
    table: "Что обещал каждый этап",
    tableSubtitle: "Обещано до того, как сделки вошли в этап, и что с ними стало",
    stage: "Этап",
    promised: "Обещано",
    came: "Доля выигранных",
  },
};

import type { stagesEn } from "../en/stages.ts";

/** Kazakh texts of what stages of deals promise. */
export const stagesKk: typeof stagesEn = {
  stagePromises: {
    plain: "Кезең ықтималдығы: уәде және нәтиже",
    title: (points: string) => `Кезең ықтималдығы орта есеппен ${points} тармаққа қателеседі`,
    subtitle:
      "Тоқсан басында кезең уәде еткен ықтималдық бойынша мәмілелер (көлденең) және сәтті аяқталған үлес (тік), 95% шектері; мәмілелері шешілген тоқсандар ғана",
    point: (promised: string, came: string, count: string) => `уәде ${promised}, сәтті ${came}, мәміле ${count}`,
    tenth: "Уәде етілген ықтималдық",
    upTo: (share: string) => `${share} дейін`,
    table: "Әр кезең не уәде етті",
    tableSubtitle: "Мәмілелер кезеңге кірмей тұрып айтылған және олардың нәтижесі",
    stage: "Кезең",
    promised: "Уәде етілді",
    came: "Сәтті аяқталған үлес",
  },
};

import type { stagesEn } from "../en/stages.ts";

/** Kazakh texts of what stages of deals promise. */
export const stagesKk: typeof stagesEn = {
  stagePromises: {
    plain: "Саты ықтималдығы: болжам және нәтиже",
    title: (points: string) => `Саты ықтималдығының орташа қатесі: ${points} п. т.`,
    subtitle:
      "Тоқсан басында саты бойынша болжанған ықтималдық (көлденең) және сәтті аяқталған мәмілелер үлесі (тік), 95% шектер; мәмілелері шешілген тоқсандар ғана",
    point: (promised: string, came: string, count: string) => `болжам ${promised}, сәтті ${came}, мәміле саны ${count}`,
    tenth: "Болжанған ықтималдық",
    upTo: (share: string) => `${share} дейін`,
    table: "Әр сатының болжамы",
    tableSubtitle: "Мәмілелер сатыға кірмей тұрып жасалған болжам және олардың нәтижесі",
    stage: "Саты",
    promised: "Болжам",
    came: "Сәтті мәмілелер үлесі",
  },
};

/** English texts of what stages of deals promise. */
export const stagesEn = {
  stagePromises: {
    plain: "Chances of stages, promised and kept",
    title: (points: string) => `Stage probabilities were off by ${points} points on average`,
    subtitle:
      "Deals by the chance their stage promised when the quarter began (across) and the share won (up), 95% limits; only quarters old enough to be decided",
    point: (promised: string, came: string, count: string) => `promised ${promised}, won ${came}, deals ${count}`,
    tenth: "Chance promised",
    upTo: (share: string) => `up to ${share}`,
    table: "What each stage promised",
    tableSubtitle: "Told before the deals entered the stage, and what became of them",
    stage: "Stage",
    promised: "Promised",
    came: "Won, share",
  },
};

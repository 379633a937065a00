import type { changesEn } from "../en/changes.ts";

/** Kazakh texts of what changed since the run before. */
export const changesKk: typeof changesEn = {
  changes: {
    heading: "Не өзгерді",
    first: "Бұл сақталған алғашқы жарияланған есептеу: салыстыратын ештеңе жоқ.",
    none: "Алдыңғы есептеуден бері ештеңе өзгермеді",
    since: (when: string, run: string) => `Салыстырылған есептеу: ${when} (${run})`,
    title: (count: string) => `Алдыңғы есептеуден айырмашылықтар: ${count}`,
    what: "Не",
    name: "Қайда",
    before: "Алдыңғы есептеу",
    now: "Осы есептеу",
    kinds: {
      accepted: "қабылданған жолдар",
      rejected: "шетке қойылған жолдар",
      check: "тексерулер тапқаны",
      restated: "қайта есептелген айлар (таза сату)",
      rows: "витриналардағы жолдар",
    },
  },
};

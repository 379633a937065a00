import type { glossaryEn } from "../en/glossary.ts";

/** Ukrainian texts of the page glossary. */
export const glossaryUk: typeof glossaryEn = {
  glossary: {
    intro: "Що означає кожне число — словами контракту, за яким сховище перевіряється після кожної збірки.",
  },
};

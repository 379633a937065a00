import type { glossaryEn } from "../en/glossary.ts";
/** Uzbek texts of the page glossary. */
export const glossaryUz: typeof glossaryEn = {
  glossary: {
    intro: "What each number means, in the words of the contract the warehouse is held to after every build.",
  },
};

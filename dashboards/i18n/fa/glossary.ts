import type { glossaryEn } from "../en/glossary.ts";
/** Persian texts of the page glossary. */
export const glossaryFa: typeof glossaryEn = {
  glossary: {
    intro: "What each number means, in the words of the contract the warehouse is held to after every build.",
  },
};

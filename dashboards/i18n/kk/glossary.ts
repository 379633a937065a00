import type { glossaryEn } from "../en/glossary.ts";
/** Kazakh texts of the page glossary. */
export const glossaryKk: typeof glossaryEn = {
  glossary: {
    intro: "What each number means, in the words of the contract the warehouse is held to after every build.",
  },
};

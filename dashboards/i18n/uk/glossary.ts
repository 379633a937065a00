import type { glossaryEn } from "../en/glossary.ts";
/** Ukrainian texts of the page glossary. */
export const glossaryUk: typeof glossaryEn = {
  glossary: {
    intro: "What each number means, in the words of the contract the warehouse is held to after every build.",
  },
};

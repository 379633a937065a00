import type { glossaryEn } from "../en/glossary.ts";

/** Russian texts of the page glossary. */
export const glossaryRu: typeof glossaryEn = {
  glossary: {
    intro: "Что значит каждое число — словами договора, по которому хранилище проверяется после каждой сборки.",
  },
};

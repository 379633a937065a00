import type { glossaryEn } from "../en/glossary.ts";

/** Kazakh texts of the page glossary. */
export const glossaryKk: typeof glossaryEn = {
  glossary: {
    intro:
      "Әр санның мағынасы — деректер қоймасы әр есептеуден кейін тексерілетін келісімшарттағы сипаттамасы бойынша.",
  },
};

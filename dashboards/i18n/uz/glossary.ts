import type { glossaryEn } from "../en/glossary.ts";

/** Uzbek texts of the page glossary. */
export const glossaryUz: typeof glossaryEn = {
  glossary: {
    intro:
      "Har bir raqam nimani anglatishi — maʼlumotlar ombori har yigʻmadan keyin tekshiriladigan shartnoma soʻzlari bilan.",
  },
};

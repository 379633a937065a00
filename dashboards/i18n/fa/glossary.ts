import type { glossaryEn } from "../en/glossary.ts";

/** Persian texts of the page glossary. */
export const glossaryFa: typeof glossaryEn = {
  glossary: {
    intro: "معنای هر عدد، به زبان همان تعریفی که انبار داده پس از هر ساخت با آن کنترل می‌شود.",
  },
};

import type { armsEn } from "../en/arms.ts";

/** Uzbek texts of the arms of campaigns. */
export const armsUz: typeof armsEn = {
  arms: {
    names: {
      treated: "kampaniya guruhi",
      control: "nazorat guruhi",
      letter: "xat",
      letter_and_call: "xat va qoʻngʻiroq",
    },
    label: (campaign: string, arm: string) => `${arm} · ${campaign}`,
    title: (proven: string, all: string) => `${all} ta variantdan ${proven} tasining samarasi tasodif emas`,
    subtitle:
      "Bir necha variantli kampaniyalar: har biri bitta nazorat guruhi bilan taqqoslangan, buyurtma berganlar ulushi farqi, foiz bandlarda, 95% oraliq",
    table: "Har bir variant nazorat guruhi bilan taqqosda",
    tableSubtitle:
      "Tayinlanganlarning hammasi hisoblanadi; ehtimollar kampaniya variantlari soniga Xolm boʻyicha tuzatilgan, nisbiy sonlar nazorat guruhiga nisbatan. Kuzatuv davri ochiq boʻlsa yoki guruhlar hajmi rejadan chetga chiqsa, hech narsa koʻrsatilmaydi",
    columns: {
      arm: "Variant",
      treated: "Ishtirokchilar",
      control: "Nazorat guruhi",
      treatedRate: "Buyurtma bergan, guruhda",
      controlRate: "Buyurtma bergan, nazoratda",
      range: "Samara, 95%",
      chance: "Tasodif ehtimoli",
      relative: "Nisbiy samara",
      relativeRange: "Nisbiy samara, 95%",
      incrementalRange: "Qoʻshimcha tushum, 95%",
      amountChance: "Tushum: tasodif ehtimoli",
    },
  },
};

import type { Formats } from "../../formats.ts";
import type { deliveryEn } from "../en/delivery.ts";

/** Uzbek texts of the page delivery. */
export const deliveryUz: typeof deliveryEn = {
  delivery: {
    noDay:
      "Hech bir buyurtmada u qaysi kunga kerak yoki vaʼda qilingani aytilmagan, shuning uchun oʻz vaqtida kelganini bilib boʻlmaydi. Manba tavsifida buyurtmalarning `requested_date` yoki `promised_date` ustunini koʻrsating.",
    headline: (onTime: string, otif: string, late: number, format: Formats) =>
      `Buyurtma qatorlari: ${onTime === otif ? `muddatida va toʻliq yetkazilgan — ${otif}` : `muddatida yetkazilgan — ${onTime}, muddatida va toʻliq — ${otif}`}; ${format.integer(late)} ta qator kechikkan.`,
    noLate: "Bu davrda kechikkan qatorlar yoʻq",
    lateTitle: (name: string, share: string) => `${name}: kechikkan qatorlardagi ulushi ${share}`,
    lateSubtitle: (dimension: string) =>
      `Kechikkan qatorlar va muddati kelgan qatorlardagi ulushi, ${dimension.toLocaleLowerCase("uz")} boʻyicha`,
    carriers: "Kechikkan qatorlar qancha kechikmoqda",
    carriersSubtitle: "Hisobot kunigacha butun tarix; yetkazilmagan qatorlar shu kungacha hisoblanadi",
    title: (value: string, target: string, reached: boolean) =>
      reached
        ? `Muddatida yetkazilgan qatorlar: ${value}, maqsadga (${target}) erishilgan`
        : `Muddatida yetkazilgan qatorlar: ${value}, maqsaddan (${target}) past`,
    subtitle: "Shu oyda muddati kelgan buyurtma qatorlaridagi ulush",
    orderOtif: "Butun buyurtmalar OTIF",
    orderOtifNote: "har bir qator muddatida va toʻliq",
  },
};

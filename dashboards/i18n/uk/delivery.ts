import type { Formats } from "../../formats.ts";
import type { deliveryEn } from "../en/delivery.ts";
import { by, rows } from "./words.ts";

/** Ukrainian texts of the page delivery. */
export const deliveryUk: typeof deliveryEn = {
  delivery: {
    headline: (onTime: string, otif: string, late: number, format: Formats) =>
      `Вчасно надійшло ${onTime} рядків замовлень, вчасно й у повному обсязі — ${otif}; із запізненням — ${format.integer(late)} ${rows(late)}.`,
    noLate: "У цьому періоді запізнень немає",
    lateTitle: (name: string, share: string) => `${name}: ${share} усіх рядків із запізненням`,
    lateSubtitle: (dimension: string) => `Рядки із запізненням та їх частка серед рядків до строку${by(dimension)}`,
    carriers: "Наскільки запізнюються рядки",
    carriersSubtitle: "Уся історія до звітної дати; недоставлені рядки враховано по цю дату",
    title: (value: string, target: string, reached: boolean) =>
      reached ? `${value} рядків вчасно, ціль ${target} досягнуто` : `${value} рядків вчасно, нижче за ціль ${target}`,
    subtitle: "Частка рядків замовлень зі строком у цьому місяці",
  },
};

import type { Formats } from "../../formats.ts";
import type { deliveryEn } from "../en/delivery.ts";
import { plural } from "../locales.ts";
import { by } from "./words.ts";

const lines = (value: number) =>
  plural("uk", value, { one: "позиція", few: "позиції", many: "позицій", other: "позиції" });

/** Ukrainian texts of the page delivery. */
export const deliveryUk: typeof deliveryEn = {
  delivery: {
    noDay:
      "У жодному замовленні не сказано, до якого дня воно потрібне чи обіцяне, тому не можна сказати, що прийшло вчасно. Вкажіть в описі джерела `requested_date` або `promised_date` замовлень.",
    headline: (onTime: string, otif: string, late: number, format: Formats) =>
      `${onTime === otif ? `Вчасно й повністю доставлено ${otif} позицій замовлень` : `Вчасно доставлено ${onTime} позицій замовлень, вчасно й повністю — ${otif}`}; із запізненням — ${format.integer(late)} ${lines(late)}.`,
    noLate: "У цьому періоді запізнень немає",
    lateTitle: (name: string, share: string) => `${name}: ${share} усіх позицій із запізненням`,
    lateSubtitle: (dimension: string) =>
      `Позиції із запізненням${by(dimension)} та їхня частка серед позицій зі строком`,
    carriers: "Наскільки запізнюються позиції",
    carriersSubtitle: "Уся історія до звітної дати; недоставлені позиції враховано по цю дату",
    title: (value: string, target: string, reached: boolean) =>
      reached
        ? `Вчасно доставлено ${value} позицій, ціль ${target} досягнуто`
        : `Вчасно доставлено ${value} позицій, нижче за ціль ${target}`,
    subtitle: "Частка позицій замовлень зі строком у цьому місяці",
    orderOtif: "OTIF цілих замовлень",
    orderOtifNote: "кожен рядок вчасно й повністю",
  },
};

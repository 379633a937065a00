import type { Formats } from "../../formats.ts";
import type { deliveryEn } from "../en/delivery.ts";
import { by, rows } from "./words.ts";

/** Russian texts of the page delivery. */
export const deliveryRu: typeof deliveryEn = {
  delivery: {
    noDay:
      "Ни в одном заказе не сказано, к какому дню он нужен или обещан, поэтому нельзя сказать, что пришло вовремя. Укажите в описании источника `requested_date` или `promised_date` заказов.",
    headline: (onTime: string, otif: string, late: number, format: Formats) =>
      `${onTime === otif ? `В срок и полностью пришло ${otif} строк заказов` : `В срок пришло ${onTime} строк заказов, в срок и полностью — ${otif}`}; с опозданием — ${format.integer(late)} ${rows(late)}.`,
    noLate: "В этом периоде опозданий нет",
    lateTitle: (name: string, share: string) => `${name}: ${share} всех опоздавших строк`,
    lateSubtitle: (dimension: string) => `Опоздавшие строки${by(dimension)} и их доля среди строк к сроку`,
    carriers: "Насколько опаздывают опоздавшие строки",
    carriersSubtitle: "Вся история до отчётного дня; недоставленные строки считаются по этот день",
    title: (value: string, target: string, reached: boolean) =>
      reached ? `${value} строк в срок, цель ${target} достигнута` : `${value} строк в срок, ниже цели ${target}`,
    subtitle: "Доля строк заказов со сроком в этом месяце",
    orderOtif: "OTIF целых заказов",
    orderOtifNote: "каждая строка в срок и полностью",
  },
};

import type { Formats } from "../../formats.ts";
import type { portraitEn } from "../en/portrait.ts";
import { times as timesOf } from "./words.ts";

/** Russian texts of the page portrait. */
export const portraitRu: typeof portraitEn = {
  portrait: {
    scope: "Клиенты с заказами на фоне всех таких клиентов; отличия неслучайны (95 %)",
    headline: (segment: string, traits: string, count: number, format: Formats) =>
      `${segment}: чаще, чем у других, — ${traits}; ниже самые похожие на ключевых: ${format.integer(count)}.`,
    plain: (segment: string) => `${segment}: по этим данным неслучайных отличий от остальных нет.`,
    trait: (trait: string, value: string) => `${value} (${trait.toLocaleLowerCase("ru")})`,
    segmentation: "Делить клиентов по",
    segment: "Сегмент",
    overTitle: (value: string, times: string) => `${value}: в ${times} ${timesOf(times)} чаще, чем у всех`,
    overNone: "Нет признаков, которые неслучайно встречаются чаще",
    overSubtitle:
      "Доля в сегменте к доле среди всех клиентов; признаки, которые неслучайно встречаются чаще; отметка — все клиенты",
    underTitle: (value: string, times: string) => `${value}: лишь ${times} от доли среди всех`,
    underNone: "Нет признаков, которые неслучайно встречаются реже",
    underSubtitle:
      "Доля в сегменте к доле среди всех клиентов; признаки, которые неслучайно встречаются реже; отметка — все клиенты",
    bar: (share: string, base: string) => `${share} · все ${base}`,
    lookAlikes: "Похожи на ключевых, но ещё не ключевые",
    lookAlikesSubtitle:
      "Клиенты и потенциальные клиенты с признаками, которые чаще встречаются у ключевых; сначала самые похожие",
    table: "Все признаки",
    tableSubtitle: (count: number, format: Formats) => `Клиентов в сегменте: ${format.integer(count)}`,
    prospect: "Ещё без заказа",
    segmentations: { class: "Класс", rfm: "Сегмент RFM", region: "Регион" },
    traits: {
      industry: "Отрасль",
      region: "Регион",
      size: "Размер",
      kind: "Вид",
      age: "Возраст",
      years_with_us: "Лет с нами",
      channel: "Канал",
      category: "Покупает",
    },
    leanings: { over: "чаще", under: "реже", none: "как у всех" },
    values: { company: "компания", person: "частное лицо" },
    columns: {
      trait: "Признак",
      value: "Значение",
      count: "Клиенты",
      share: "Доля",
      low: "Нижняя граница 95 %",
      high: "Верхняя граница 95 %",
      base: "Доля среди всех",
      index: "Индекс",
      leaning: "На фоне всех",
      place: "Место",
      shared: "Общих признаков",
      because: "Главные признаки",
    },
  },
};

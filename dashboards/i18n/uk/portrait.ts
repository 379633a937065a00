import type { Formats } from "../../formats.ts";
import type { portraitEn } from "../en/portrait.ts";
import { times as timesWord } from "./words.ts";

/** Ukrainian texts of the page portrait. */
export const portraitUk: typeof portraitEn = {
  portrait: {
    scope: "Клієнти із замовленнями на тлі всіх таких клієнтів; відмінності статистично значущі (95%)",
    headline: (segment: string, traits: string, count: number, format: Formats) =>
      `${segment}: частіше, ніж в інших, — ${traits}; нижче — найсхожіші на ключових: ${format.integer(count)}.`,
    plain: (segment: string) => `${segment}: за цими даними статистично значущих відмінностей від решти немає.`,
    trait: (trait: string, value: string) => `${value} (${trait.toLocaleLowerCase("uk")})`,
    segmentation: "Поділ клієнтів",
    segment: "Сегмент",
    overTitle: (value: string, times: string) => `${value}: у ${times} ${timesWord(times)} частіше, ніж в усіх`,
    overNone: "Немає ознак, що трапляються статистично значущо частіше",
    overSubtitle:
      "Частка в сегменті до частки серед усіх клієнтів; ознаки, що трапляються статистично значущо частіше; позначка — усі клієнти",
    underTitle: (value: string, times: string) => `${value}: лише ${times} від частки серед усіх`,
    underNone: "Немає ознак, що трапляються статистично значущо рідше",
    underSubtitle:
      "Частка в сегменті до частки серед усіх клієнтів; ознаки, що трапляються статистично значущо рідше; позначка — усі клієнти",
    bar: (share: string, base: string) => `${share} · усі ${base}`,
    lookAlikes: "Схожі на ключових, але ще не ключові",
    lookAlikesSubtitle:
      "Клієнти й потенційні клієнти з ознаками, що частіше трапляються в ключових; спочатку найсхожіші",
    table: "Усі ознаки",
    tableSubtitle: (count: number, format: Formats) => `Клієнтів у сегменті: ${format.integer(count)}`,
    prospect: "Ще без замовлення",
    segmentations: { class: "Клас", rfm: "Сегмент RFM", region: "Регіон" },
    traits: {
      industry: "Галузь",
      region: "Регіон",
      size: "Розмір",
      kind: "Вид",
      age: "Вік",
      years_with_us: "Років із нами",
      channel: "Канал",
      category: "Купує",
    },
    leanings: { over: "частіше", under: "рідше", none: "як в усіх" },
    values: { company: "компанія", person: "приватна особа" },
    columns: {
      trait: "Ознака",
      value: "Значення",
      count: "Клієнти",
      share: "Частка",
      low: "Нижня межа 95%",
      high: "Верхня межа 95%",
      base: "Частка серед усіх",
      index: "Індекс",
      leaning: "На тлі всіх",
      place: "Місце",
      shared: "Спільних ознак",
      because: "Головні ознаки",
    },
  },
};

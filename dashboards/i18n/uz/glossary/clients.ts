import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: clients, classes, Pareto and RFM. */
export const clientsTerms: GlossaryEntries = {
  "metrics.class_thresholds": [
    "Davrda mijoz asosiy yoki oʻrta sinfga kirishi uchun zarur oʻrtacha hajm.",
    {
      measure:
        "Hajm sifatida nima olinadi: `net_amount` — sof tushum, `order_count` — buyurtmalar, `quantity` — miqdor.",
      key_from_amount: "Asosiy sinf uchun davriga oʻrtacha hajm; muntazam mijozlar boʻlmasa, boʻsh.",
      medium_from_amount: "Oʻrta sinf uchun davriga oʻrtacha hajm; muntazam mijozlar boʻlmasa, boʻsh.",
    },
  ],
  "metrics.client_abc_xyz": [
    "Oxirgi oʻn ikki toʻliq oy tushumi boʻyicha ABC va uning bir tekisligi boʻyicha XYZ, har mijozga bitta satr.",
    {
      client_id: "Mijoz.",
      abc: "`A` — eng yirigidan sanaganda tushumning birinchi 80% qismida boshlanadi; `B` — 95% gacha; `C` — qolganlari. Chegaralar sozlamalardan.",
      xyz: "`X` — bir tekis, `Y` — oʻzgaruvchan, `Z` — notekis talab; chegaralar sozlamalardan. Tarix olti oydan kam boʻlsa, boʻsh.",
    },
  ],
  "metrics.client_class_migration": [
    "Oldingi davrdan shu davrga necha mijoz bir sinfdan boshqasiga oʻtgani.",
    {
      from_class: "Oldingi davrda koʻrsatilgan sinf; `none` — mijoz birinchi marta paydo boʻlgan.",
      to_class: "Shu davrda koʻrsatilgan sinf.",
      client_count: "Shunday oʻtgan mijozlar.",
      net_amount: "Shu davr bilan tugaydigan hisob davridagi sof tushumi.",
    },
  ],
  "metrics.client_class_summary": [
    "Davrlar boʻyicha har bir sinfning mijozlari va tushumi. Har bir sinfning, boʻsh boʻlsa ham, oʻz satri bor.",
    {
      month: "Davrning birinchi kuni.",
      class: "Koʻrsatilgan sinf: `key`, `medium`, `small`, `occasional`, `inactive` yoki `new`.",
      is_current: "Bu oxirgi toʻliq davrmi?",
      client_count: "Sinfdagi mijozlar.",
      client_share: "Sinflangan barcha mijozlardagi ulush.",
      net_amount: "Sinfning hisob davridagi sof tushumi.",
      net_amount_share:
        "Tushumi noldan yuqori sinflar tushumidagi ulushi; tushum boʻlmasa yoki noldan past boʻlsa, boʻsh.",
    },
  ],
  "metrics.client_classes": [
    "Har bir toʻliq davr oxirida mijozning hajm sinfi: oʻrtacha hajmi boʻyicha asosiy, oʻrta yoki kichik, onda-sonda xarid qiluvchi, nofaol yoki yangi.",
    {
      client_id: "Mijoz.",
      order_count: "Hisob davridagi haqiqiy buyurtmalar.",
      class_published:
        "Koʻrsatiladigan sinf: yangi sinf ketma-ket ikki davr saqlansa yoki chegaradan 10% dan ortiq oʻtilsagina oʻzgaradi.",
      previous_class: "Oldingi davrda koʻrsatilgan sinf; mijozning birinchi davrida boʻsh.",
      net_amount: "Hisob davridagi sof tushum.",
    },
  ],
  "metrics.pareto": [
    "Mijozlar, menejerlar va tovarlar tushum kamayishi tartibida hamda har biri jamiga qoʻshadigan ulush. Manfiylari roʻyxatda bor, lekin hisobga kirmaydi.",
    {
      dimension: "`client` — mijoz, `manager` — menejer, `product` — tovar.",
      rank: "1 — eng yirigi; tenglari kalit tartibida. Hisobga kirmaganda boʻsh.",
      amount: "Davrdagi sof tushum.",
      cumulative_share: "Shu va undan yiriklarining birgalikdagi ulushi; oxirgisida aniq 1.",
      cumulative_entity_share: "Oʻrin taqqoslanganlar soniga boʻlingan.",
    },
  ],
  "metrics.pareto_summary": [
    "Tushum mijozlar, menejerlar va tovarlarda qanchalik toʻplangani.",
    {
      dimension: "`client` — mijoz, `manager` — menejer, `product` — tovar.",
      gini: "Jini koeffitsiyenti: 0 — hamma teng, 1 ga yaqin — deyarli hammasi bittasida. Menejerlar oʻntadan kam boʻlsa, boʻsh.",
      top20_share: "Eng yirik beshdan bir qismning ulushi; soni butunga yuqoriga yaxlitlanadi.",
      k80_count: "Eng yiriklaridan nechtasi 80% beradi.",
      k80_share: "Xuddi shu, barcha taqqoslanganlardagi ulush sifatida.",
    },
  ],
  "metrics.rfm": [
    "Hisob davrida haqiqiy buyurtmasi bor har bir mijozning yaqinlik, chastota va summa ballari hamda ulardan kelib chiqadigan segment. Teng qiymatlar teng ball oladi.",
    {
      client_id: "Mijoz.",
      recency_days: "Oxirgi haqiqiy buyurtmadan beri kunlar.",
      frequency: "Hisob davrida haqiqiy buyurtma boʻlgan kunlar, birinchisi ham kiradi.",
      monetary_amount: "Hisob davridagi sof tushum.",
      rfm: "Uchta ball yonma-yon, masalan `543`.",
      segment:
        "`champions`, `loyal`, `potential_loyalist`, `new`, `promising`, `needs_attention`, `about_to_sleep`, `cannot_lose`, `at_risk` yoki `hibernating`.",
      previous_segment: "Bir oy oldingi segment; mijoz oʻshanda bazada boʻlmasa, boʻsh.",
    },
  ],
  "metrics.rfm_cut_points": [
    "Bugun mijozlarni beshta teng qismga boʻladigan toʻrtta qiymat, koʻrsatkichlar boʻyicha.",
    {
      measure: "`recency` — yaqinlik, `frequency` — chastota, `monetary` — summa.",
      cut_number: "1 dan 4 gacha: 20, 40, 60 va 80% nuqtalari.",
      value: "Chegara: sozlamalardagisi, boʻlmasa 7-turdagi kvantil. Ball qiymatdan qatʼiy past chegaralarni sanaydi.",
      unit: "Nima bilan oʻlchanadi: `days` — kun, `own_gaps` — oʻz oraliqlari, `purchase_days` — xarid kunlari, `money` — pul, `money_per_purchase` — xarid kuniga pul.",
      is_fixed: "Sozlamalarda berilgani uchun joyida turadimi?",
      is_in_segments: "Koʻrsatkich segmentlarga kiradimi? Summani sozlamalar chiqarib tashlashi mumkin.",
      distinct_score_count: "Beshta balldan nechtasi uchraydi; teng mijozlar koʻp boʻlsa, beshtadan kam.",
    },
  ],
  "metrics.rfm_grid": [
    "25 ta katak: yaqinlik bali va chastota-summa bali kesishmasi hamda har birining segmenti.",
    {
      recency_score: "1 dan 5 gacha; 5 — eng yaqinda xarid qilgan beshdan bir qism.",
      fm_score: "1 dan 5 gacha; 5 — eng tez-tez va eng koʻp xarid qiladiganlar.",
      segment:
        "Katak segmenti. 5/1 katagida birinchi buyurtmasi 90 kundan eski mijozlar `new` emas, `promising` hisoblanadi.",
      client_count: "Katakdagi mijozlar.",
      net_amount: "Ularning hisob davridagi sof tushumi.",
    },
  ],
  "metrics.rfm_segments": [
    "Har bir RFM segmentining mijozlari va tushumi. Har bir segmentning, boʻsh boʻlsa ham, oʻz satri bor.",
    {
      segment: "Segment.",
      client_count: "Segmentdagi mijozlar.",
      client_share: "Ball olgan barcha mijozlardagi ulush; mijoz boʻlmasa, boʻsh.",
      net_amount: "Segmentning hisob davridagi sof tushumi.",
      net_amount_share: "Tushumi noldan yuqori segmentlar tushumidagi ulushi; noldan past segmentda boʻsh.",
      average_recency_days: "Oxirgi buyurtmadan beri oʻrtacha kunlar.",
      average_frequency: "Hisob davridagi oʻrtacha xarid kunlari.",
      average_amount: "Hisob davrida bir mijozga oʻrtacha sof tushum.",
      previous_client_count: "Bir oy oldin segmentdagi mijozlar.",
    },
  ],
};

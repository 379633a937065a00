import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: what is summed by region and manager. */
export const placesTerms: GlossaryEntries = {
  "metrics.profit_by_place": [
    "Oxirgi oʻn ikki toʻliq oydagi savdo, xarajat va foyda — sinf, hudud, menejer va foyda boʻlagi boʻyicha.",
    {
      class: "Mijozning hozirgi sinfi; `prospect` — buyurtmasiz mijozlar.",
      region: "Mijoz hududi yoki `unknown`.",
      manager_id: "Mijozning bugungi masʼul menejeri yoki `unknown`.",
      is_costed: "Tovarlarining tannarxi maʼlummi.",
      band: "0 dan 199 gacha: mijozlar foyda kamayishi boʻyicha, har boʻlakda teng; 200 — tannarx nomaʼlum.",
      window_from_date: "Hisobga olingan birinchi kun.",
      window_to_date: "Hisobga olingan oxirgi kun.",
      client_count: "Savdo, qaytarish yoki aloqasi bor mijozlar.",
      losing_client_count: "Shundan zarar keltirayotganlari.",
      bare_client_count: "Shundan xizmati uchun sozlamalarda xarajat stavkasi yoʻqlari.",
      list_amount: "Qatorlardagi chegirmalargacha savdo.",
      discount_amount: "Qatorlardagi chegirmalar.",
      return_amount: "Qaytgan tovar qiymati; musbat.",
      net_amount: "Sof tushum.",
      goods_amount: "Sotilgan tovar tannarxi minus qaytgan tovarning qolgan qiymati.",
      delivery_amount: "Yetkazib berish xarajati.",
      contact_amount: "Aloqa xarajati.",
      complaint_amount: "Shikoyat xarajati.",
      campaign_amount: "Kampaniya xarajati.",
      cost_to_serve_amount: "Yetkazib berish, aloqa, shikoyat va kampaniyalar.",
      profit_amount: "Shu mijozlar foydasi; tannarx nomaʼlum boʻlsa, boʻsh.",
      loss_amount: "Zarar keltirayotgan mijozlarning jami zarari; musbat.",
    },
  ],
  "metrics.offers_by_place": [
    "Hudud va menejerning tovar taklif qilinadigan mijozlari va buning qiymati.",
    {
      region: "Mijoz hududi yoki `unknown`.",
      manager_id: "Mijozning bugungi masʼul menejeri yoki `unknown`.",
      item_id: "Taklif qilinadigan tovar.",
      client_count: "Bu eng yaxshi taklif boʻlgan mijozlar.",
      expected_margin_amount: "Shu takliflardan kutilayotgan marja; tannarx nomaʼlum boʻlsa, boʻsh.",
      listed_client_count: "Bu uchta eng yaxshi taklifdan biri boʻlgan mijozlar.",
      listed_margin_amount: "Ulardan kutilayotgan marja; tannarx nomaʼlum boʻlsa, boʻsh.",
    },
  ],
  "metrics.contacts_due_by_place": [
    "Hudud, menejer va sinfning aloqani juda uzoq kutayotgan mijozlari.",
    {
      manager_id: "Mijozning bugungi masʼul menejeri yoki `unknown`.",
      volume_class: "Oxirgi toʻliq davrdagi sinfi yoki `none`.",
      severity: "`warn` — meʼyorning ikki baravarigacha, `critical` — undan uzoq; `planned` — aloqa rejalashtirilgan.",
      client_count: "Qoʻngʻiroq roʻyxatidagi mijozlar.",
    },
  ],
  "metrics.debtors_by_place": [
    "Hudud va menejerning muddati oʻtgan qarzi bor mijozlari.",
    {
      region: "Mijoz hududi yoki `unknown`.",
      manager_id: "Mijozning bugungi masʼul menejeri yoki `unknown`.",
      client_count: "Muddati oʻtgan summasi bor mijozlar.",
    },
  ],
  "metrics.rfm_by_place": [
    "RFM katagi mijozlari hudud va menejerlar boʻyicha: hozir va bir oy oldin.",
    {
      recency_score: "1 dan 5 gacha; 5 — eng yaqinda xarid qilgan beshdan bir qism.",
      fm_score: "1 dan 5 gacha; 5 — eng tez-tez va eng koʻp xarid qiladiganlar.",
      segment: "Shu mijozlarning segmenti.",
      region: "Mijoz hududi yoki `unknown`.",
      manager_id: "Mijozning bugungi masʼul menejeri yoki `unknown`.",
      client_count: "Katakdagi mijozlar.",
      net_amount: "Ularning hisob davridagi sof tushumi.",
      recency_day_count: "Oxirgi buyurtmadan beri kunlar, shu mijozlar boʻyicha jami.",
      purchase_day_count: "Hisob davridagi buyurtmali kunlar, shu mijozlar boʻyicha jami.",
      previous_client_count: "Bir oy oldin katakda turgan mijozlar.",
    },
  ],
};

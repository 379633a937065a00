import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: sales, plans and the overview. */
export const salesTerms: GlossaryEntries = {
  "metrics.product_abc_xyz": [
    "Oxirgi oʻn ikki toʻliq oy tushumi boʻyicha ABC va uning bir tekisligi boʻyicha XYZ, har tovarga bitta satr.",
    {
      product_id: "Tovar.",
      window_from_month: "Hisob davrining birinchi oyi.",
      window_to_month: "Hisob davrining oxirgi oyi: oxirgi toʻliq oy.",
      net_amount: "Hisob davridagi sof tushum.",
      abc: "`A` — eng yirigidan sanaganda tushumning birinchi 80% qismida boshlanadi; `B` — 95% gacha; `C` — qolganlari. Chegaralar sozlamalardan.",
      xyz: "`X` — bir tekis, `Y` — oʻzgaruvchan, `Z` — notekis talab; chegaralar sozlamalardan. Tarix olti oydan kam boʻlsa, boʻsh.",
      coefficient_of_variation: "Oylik tushumning standart ogʻishi oʻrtachasiga nisbatan; boʻsh oylar — nol.",
      demand_type:
        "`smooth` — bir tekis, `intermittent` — uzuq-uzuq, `erratic` — notekis, `lumpy` — sakrama talab (Sintetos va Boylan).",
    },
  ],
  "metrics.kpi_by_day": [
    "Kompaniya bir kunda.",
    {
      day: "Buyurtmalar kuni.",
      net_amount: "Sof tushum: yalpi tushum minus qaytarishlar. Oy kunlari yigʻindisi oyning tushumini beradi.",
      costed_amount: "Yalpi tushumning tannarxi maʼlum qismi.",
      margin_amount:
        "Shu qism minus tannarx: sotilgan tovar marjasi, qaytarishlargacha; tannarx nomaʼlum boʻlsa, boʻsh.",
      order_count: "Haqiqiy buyurtmalar.",
      order_amount: "Haqiqiy buyurtmalar hajmi, qaytarishlargacha.",
      lines_due_count: "Shu kuni muddati kelgan buyurtma qatorlari.",
      on_time_count: "Shundan muddatida yetkazilgani.",
      otif_count: "Shundan ham muddatida, ham toʻliq.",
      working_days: "Shu oyning ish kunlari.",
      working_days_elapsed: "Shu oyning shu kungacha (shu kun ham) oʻtgan ish kunlari.",
    },
  ],
  "metrics.kpi_by_month": [
    "Kompaniya bir oyda.",
    {
      month: "Oyning birinchi kuni.",
      net_amount: "Sof tushum: yalpi tushum minus qaytarishlar.",
      order_count: "Haqiqiy buyurtmalar.",
      active_client_count: "Haqiqiy buyurtmasi bor mijozlar.",
      average_order_amount: "Amaldagi buyurtmalar hajmining ularning soniga nisbati.",
      new_client_count: "Birinchi haqiqiy buyurtmasi shu oyda boʻlgan mijozlar.",
      plan_amount: "Reja; reja boʻlmasa, boʻsh.",
      is_complete: "Oy hisobot kuniga qadar tugaganmi?",
    },
  ],
  "metrics.plan_vs_actual": [
    "Reja tuzilgan kesimdagi oy: reja va sof tushum.",
    {
      month: "Oyning birinchi kuni.",
      has_region: "Satr bitta hududga tegishlimi? Aks holda `all` — nom emas, hammasi birga.",
      has_manager: "Bitta menejergami?",
      has_direction: "Bitta yoʻnalishgami?",
      region: "Hudud, `unknown` yoki oy rejasi hududlarga boʻlinmasa — `all`.",
      manager_id: "Menejer, `unknown` yoki `all`.",
      direction: "Yoʻnalish, `unknown` yoki `all`.",
      plan_amount: "Birinchi kunda amalda boʻlgan tahrirdagi reja; reja boʻlmasa, boʻsh.",
      actual_amount: "Hisobot kunigacha sof tushum.",
    },
  ],
  "metrics.sales_by_day": [
    "Kun, hudud, menejer va yoʻnalish boʻyicha savdo, qaytarishlar va marja.",
    {
      day: "Buyurtma kuni; buyurtmasi nomaʼlum qaytarish uchun — qaytarish kuni.",
      region: "Hudud yoki `unknown`.",
      manager_id: "Menejer yoki `unknown`.",
      direction: "Yoʻnalish yoki `unknown`.",
      net_amount: "Sof tushum: yalpi tushum minus qaytarishlar. Oy kunlari yigʻindisi oyning tushumini beradi.",
      costed_amount: "Yalpi tushumning tannarxi maʼlum qismi.",
      margin_amount:
        "Shu qism minus tannarx: sotilgan tovar marjasi, qaytarishlargacha; tannarx nomaʼlum boʻlsa, boʻsh.",
    },
  ],
  "metrics.sales_by_month": [
    "Oy, hudud, menejer, yoʻnalish va tovar boʻyicha savdo, qaytarishlar va marja.",
    {
      month: "Buyurtma oyining birinchi kuni; buyurtmasi nomaʼlum qaytarish uchun — qaytarish oyiniki.",
      region: "Hudud yoki `unknown`.",
      manager_id: "Menejer yoki `unknown`.",
      direction: "Yoʻnalish yoki `unknown`.",
      product_id: "Tovar yoki `unknown`.",
      net_amount: "Yalpi tushum minus qaytarishlar.",
      costed_amount: "Yalpi tushumning tannarxi maʼlum qismi.",
      margin_amount:
        "Shu qism minus tannarx: sotilgan tovar marjasi, qaytarishlargacha; tannarx nomaʼlum boʻlsa, boʻsh. Marja foizi — marjaning tannarxi maʼlum savdoga nisbati.",
    },
  ],
};

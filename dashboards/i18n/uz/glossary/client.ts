import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: the client card. */
export const clientTerms: GlossaryEntries = {
  "metrics.client_card": [
    "Har bir mijozga bitta satr: kimligi, qiymati va holati. Raqamlar shu nomdagi koʻrsatkichlarniki; koʻrsatkich bilmagani boʻsh qoladi.",
    {
      client_id: "Mijoz.",
      kind: "`company` — tashkilot, `person` — jismoniy shaxs.",
      industry: "Faoliyat sohasi.",
      region: "Mijoz hududi, u boʻlmasa — menejerniki, u ham boʻlmasa — `unknown`.",
      city: "Shahar.",
      manager_id: "Hisobot kunidagi masʼul menejer.",
      is_opted_out:
        "Mijoz qoʻngʻiroq qilmaslik va yozmaslikni soʻraganmi? Bunday mijozga hech narsa taklif qilinmaydi.",
      opted_out_date: "Soʻragan kuni, agar tizim uni saqlasa.",
      opted_out_source: "Kartasida shu aytilgan tizim.",
      first_order_date: "Birinchi haqiqiy buyurtma kuni.",
      last_order_date: "Oxirgi haqiqiy buyurtma kuni.",
      order_count: "Butun tarixdagi haqiqiy buyurtmalar.",
      net_amount: "Butun tarixdagi sof tushum.",
      volume_class: "Oxirgi toʻliq davrdagi sinf yoki `none`.",
      previous_class: "Undan oldingi davrdagi sinf.",
      rfm: "Uchta RFM bali yonma-yon; hisob davrida buyurtma boʻlmasa, boʻsh.",
      rfm_segment: "RFM segmenti.",
      churn_status:
        "`active` — faol, `cooling` — soviyotgan, `lapsed` — ketgan, `unknown` — ritmi nomaʼlum; buyurtmasiz mijozda boʻsh.",
      churn_probability: "Kelgusi davrda buyurtma bermaslik ehtimoli; tarixiy tekshiruv yoʻl qoʻymasa, boʻsh.",
      days_since_last: "Oxirgi buyurtmadan beri kunlar.",
      median_gap_days: "Buyurtmalar orasidagi kunlar medianasi: oʻziniki, sinfniki yoki hammaniki.",
      lifetime_value_amount: "Kelgusi buyurtmalar qiymati; xarid modeli boʻlmasa, boʻsh.",
      lifetime_value_decile: "1 — eng qimmatli oʻndan bir qism, 10 gacha.",
      lifetime_value_months: "Necha oyga baholangani.",
      profit_net_amount: "Oʻn ikki toʻliq oydagi sof tushum.",
      cost_to_serve_amount: "Shu oylardagi yetkazib berish, aloqa, shikoyat va kampaniyalar xarajati.",
      profit_amount: "Sof tushum minus tannarx va xizmat koʻrsatish xarajati; tannarx nomaʼlum boʻlsa, boʻsh.",
      profit_quality_flag:
        "`ok` — yaxshi, `no_cost` — tannarx yoʻq, `partial_cost` — bir qismi nomaʼlum, `no_unit_costs` — xarajat stavkalari yoʻq.",
      open_invoice_count: "Ochiq hisob-fakturalar.",
      balance_amount: "Barcha ochiq summa minus kreditlar va taqsimlanmagan toʻlovlar.",
      overdue_amount: "Ochiq va muddati oʻtgan.",
      overdue_days_max: "Eng eski hisob-fakturaning kechikish kunlari.",
      complaint_count: "Butun tarixdagi shikoyatlar.",
      open_complaint_count: "Hisobot kunida ochiq shikoyatlar.",
      last_contact_at: "Oxirgi amalga oshgan aloqa, kim qilganidan qatʼi nazar.",
      last_channel: "Uning kanali.",
      next_contact_at: "Keyingi rejalashtirilgan aloqa.",
      days_without_contact: "Oxirgi aloqadan yoki birinchi aloqa boʻlishi kerak boʻlgan kundan beri kunlar.",
      contact_severity:
        "`ok` — meʼyorda, `warn`, `critical` — juda uzoq kutmoqda, `planned` — aloqa rejalashtirilgan, `opted_out` — qoʻngʻiroq qilmaslikni soʻragan, `none` — meʼyor yoʻq.",
      offer_item_id: "Keyingi taklif uchun eng istiqbolli tovar.",
      offer_reason_item_id: "Mijoz oladigan va shu taklifga asos boʻlgan tovar.",
      offer_confidence: "Asos tovar bor savatlarning qancha qismida taklif qilinayotgan tovar ham bor.",
      recommendation_score: "«Bizni tavsiya qilasizmi?» savoliga oxirgi javob, 0 dan 10 gacha.",
      recommendation_date: "Shu javob kuni.",
    },
  ],
};

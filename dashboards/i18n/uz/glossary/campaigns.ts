import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: campaigns. */
export const campaignsTerms: GlossaryEntries = {
  "metrics.campaign_return": [
    "Har bir kampaniya qancha turgani, mijozlar qanday javob bergani, unga biriktirilgan tushum va nazorat guruhi boʻlsa, u haqiqatda qoʻshgan tushum.",
    {
      name: "Kampaniya nomi.",
      channel: "Kampaniya kanali.",
      start_date: "Birinchi kun; kampaniya hujjatlarda bor, lekin hech bir manbada tavsiflanmagan boʻlsa, boʻsh.",
      sent_count: "Nimadir yuborilgan mijozlar.",
      opened_count: "Xabarni ochgan mijozlar; havolaga oʻtish ochilganini tasdiqlaydi.",
      clicked_count: "Havolaga oʻtgan mijozlar.",
      delivered_count: "Xabar yetib borgan mijozlar.",
      responder_count: "Javob bergan mijozlar.",
      response_rate: "Javob berganlarning xabar yetib borganlarga nisbati.",
      response_lower: "Javob ulushining 95% quyi chegarasi (Uilson).",
      response_upper: "Javob ulushining 95% yuqori chegarasi (Uilson).",
      cost_per_response: "Javob bergan bitta mijozga xarajat.",
      cost_amount: "Doimiy xarajat, yuborish xarajati va chegirmalar; bir qismi nomaʼlum boʻlsa, boʻsh.",
      attributed_amount: "Sozlamalardagi qoida boʻyicha biriktirilgan tushum. Bu samara emas.",
      attributed_margin_amount: "Biriktirilgan yalpi marja; buyurtma tannarxi nomaʼlum boʻlsa, boʻsh.",
      roas: "Xarajat birligiga biriktirilgan tushum.",
      roi: "Biriktirilgan yalpi marja minus xarajat, xarajat birligiga.",
      conversion_lift: "Ishtirokchilar konversiyasi minus nazorat guruhi konversiyasi: samara.",
      conversion_lift_lower: "Samaraning 95% quyi chegarasi (Nyukomb).",
      conversion_lift_upper: "Samaraning 95% yuqori chegarasi (Nyukomb).",
      incremental_amount: "Kampaniya qoʻshgan tushum: ishtirokchilar soni × oʻrtachalar farqi.",
      incremental_lower: "Uning 95% quyi chegarasi (Uelch).",
      incremental_upper: "Uning 95% yuqori chegarasi (Uelch).",
      iroas: "Xarajat birligiga qoʻshimcha tushum.",
      iroas_lower: "Uning 95% quyi chegarasi, qoʻshimcha tushum chegarasidan.",
      iroas_upper: "Uning 95% yuqori chegarasi.",
      quality_flag:
        "`ok` — yaxshi, `window_open` — kuzatuv davri ochiq, `no_control` — nazorat guruhi yoʻq, `srm_fail` — guruhlarni taqqoslab boʻlmaydi, `low_n` — guruhda 30 tadan kam, `no_cost` — xarajat nomaʼlum.",
    },
  ],
  "metrics.campaign_credits_by_rule": [
    "Har bir qoida kampaniyaga qancha biriktirishi va kampaniyasiz qancha qolishi. Har qanday qoidada yigʻindi barcha haqiqiy buyurtmalar tushumiga teng.",
    {
      rule: "`last_touch` — oxirgi aloqa, `first_touch` — birinchi aloqa, `linear` — teng, `time_decay` — buyurtmaga yaqini koʻproq, `position` — birinchisiga 40%, oxirgisiga 40%, oʻrtadagilarga 20%.",
      campaign_id: "Kampaniya yoki `organic`: kuzatuv davrida mijozga birorta kampaniya taʼsir qilmagan.",
      name: "Kampaniya nomi yoki `organic`.",
      channel: "Kampaniya kanali yoki `organic`.",
      is_chosen: "Sozlamalarda tanlangan qoidami?",
      order_count: "Biriktirilgan buyurtmalar, ulushlar yigʻindisi sifatida.",
      uncontested_amount: "Boshqa kampaniya taʼsir qilmagan buyurtmalar tushumi: har qanday qoidada bir xil.",
      net_amount: "Qoida biriktiradigan tushum. Bu samara emas.",
    },
  ],
};

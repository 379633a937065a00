import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: managers' contacts with clients. */
export const activityTerms: GlossaryEntries = {
  "metrics.opted_out_clients": [
    "Egasining qoʻngʻiroq qilmaslik va yozmaslikni soʻragan mijozlari: qoʻngʻiroq roʻyxatlariga kirmaydi.",
    {
      manager_id: "Mijozning bugungi egasi yoki `unknown`.",
      region: "Mijoz hududi.",
      client_count: "Rad etgan mijozlar soni.",
    },
  ],
  "metrics.manager_activity_by_month": [
    "Menejer bir oyda mijozlar bilan nima qilgani va portfelning qancha qismi bilan aloqa boʻlgani.",
    {
      month: "Oyning birinchi kuni.",
      manager_id: "Menejer; hech kim koʻrsatilmagan boʻlsa — `unknown`.",
      contact_count: "Amalga oshgan aloqalar: qoʻngʻiroq, uchrashuv, tashrif, odamlar oʻrtasidagi xabarlar.",
      call_count: "Shundan qoʻngʻiroqlar.",
      meeting_count: "Shundan uchrashuvlar.",
      visit_count: "Shundan tashriflar.",
      message_count: "Shundan xabar va xatlar.",
      outgoing_count: "Shundan bizdan mijozga.",
      contacted_client_count: "Menejer aloqa qilgan mijozlar.",
      assigned_client_count: "Oy oxirida yoki hisobot kunida menejerga biriktirilgan mijozlar.",
      covered_client_count: "Shundan oy davomida kimdir aloqa qilganlari.",
      planned_count: "Shu oyga rejalashtirilgan aloqalar, hisobot kunigacha.",
      missed_count: "Shundan boʻlmay qolganlari.",
      working_day_count: "Menejer ishlagan davrdagi oyning ish kunlari, boʻlmagan kunlarsiz.",
      gap_day_count:
        "Odatda kuniga kamida beshta aloqa boʻladigan joyda butun kompaniyada birorta ham aloqa yoʻq ish kunlari.",
      portfolio_net_amount: "Menejer mijozlarining oydagi sof tushumi, taqqoslash uchun.",
    },
  ],
  "metrics.client_contacts": [
    "Mijoz, u bilan oxirgi aloqa va oʻz sinfi meʼyoridan uzoq kutayotgani.",
    {
      client_id: "Mijoz.",
      manager_id: "Mijozning bugungi masʼul menejeri yoki `unknown`.",
      volume_class: "Oxirgi toʻliq davrdagi sinfi yoki `none`.",
      last_contact_at: "Oxirgi amalga oshgan aloqa, kim qilganidan qatʼi nazar.",
      last_channel: "Uning kanali.",
      is_never_contacted: "Mijoz bilan hech kim hech qachon gaplashmaganmi?",
      days_without_contact:
        "Oxirgi aloqadan beri kunlar; aloqa boʻlmagan boʻlsa — birinchi masʼulga biriktirilgan, birinchi marta qayd etilgan yoki birinchi xarid kunidan.",
      threshold_days: "Sozlamalarga koʻra uning sinfi necha kun kutishi mumkin; boshqa sinflarda boʻsh.",
      severity:
        "`ok` — 1 gacha, `warn` — 2 gacha, `critical` — undan ortiq; `planned` — aloqa rejalashtirilgan; `opted_out` — qoʻngʻiroq qilmaslikni soʻragan; `none` — meʼyor yoʻq.",
      next_contact_at: "Keyingi rejalashtirilgan aloqa.",
      value_amount: "Mijoz qiymati: kelgusi buyurtmalar qiymati (LTV), u boʻlmasa — soʻnggi tushum.",
      order_overdue_ratio: "Oxirgi buyurtmadan beri kunlar, mijozning oʻz buyurtma oraliqlarida.",
    },
  ],
  "metrics.calendar_events": [
    "Yaqin kunlardagi tugʻilgan kun, aloqa, shartnoma tugashi yoki xizmat koʻrsatish; undan oldingi shuncha kunda boʻlmay qolgan aloqa; muddati oʻtgan xizmat koʻrsatish.",
    {
      event_kind:
        "`birthday` — tugʻilgan kun, `planned_contact` — rejadagi aloqa, `missed_contact` — boʻlmay qolgan aloqa, `contract_end` — shartnoma tugashi, `service_due` — xizmat koʻrsatish vaqti.",
      client_id: "Mijoz.",
      manager_id: "Mijozning bugungi masʼul menejeri yoki aloqani rejalashtirgan xodim; hech kim boʻlmasa — `unknown`.",
      channel: "Aloqa kanali.",
      subject: "Shartnoma mavzusi yoki turi.",
      monthly_amount: "Shartnoma oyiga qancha keltiradi.",
      is_renewable: "Hech kim harakat qilmasa, shartnoma oʻzi uzayadimi?",
      event_date: "Kun; tugʻilgan kun uchun — shu yoki keyingi yildagi sana.",
      days_left: "Hisobot kunidan necha kun qolgani; oʻtib ketgani va muddati oʻtgani uchun manfiy.",
    },
  ],
};

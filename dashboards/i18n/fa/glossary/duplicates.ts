import type { GlossaryEntries } from "../../glossaries.ts";

/** Persian glossary: one client in many systems. */
export const duplicatesTerms: GlossaryEntries = {
  "metrics.client_pair_review": [
    "دو مشتری که ممکن است یکی باشند: تصمیم با انسان است.",
    {
      source_client_id: "کارت قدیمی‌تر.",
      other_source_client_id: "کارت جدیدتر.",
      name: "نام در کارت قدیمی‌تر.",
      other_name: "نام در کارت جدیدتر.",
      source: "سامانهٔ کارت قدیمی‌تر.",
      other_source: "سامانهٔ کارت جدیدتر.",
      place: "شهر، وگرنه منطقه، در کارت قدیمی‌تر.",
      other_place: "شهر، وگرنه منطقه، در کارت جدیدتر.",
      state: "وضعیت: `review` شواهد جای تردید می‌گذارد؛ `refused` یک قاعدهٔ محافظ پیوند را لغو کرده است.",
      reason:
        "دلیل: `likely` محتمل، `names_differ` نام‌ها متفاوت‌اند، `ambiguous` با دو مشتری سازگار است، `branch` شعبه، `tax_conflict` شناسه‌های مالیاتی ناسازگار، `cannot_link` تصمیم کاربر، `too_many` کارت‌های بیش از حد.",
      score: "احتمال اینکه هر دو یک مشتری باشند.",
      evidence: "گونهٔ شواهد موافق و مخالف با وزن به بیت؛ خود مقادیر هرگز نمی‌آید.",
      net_amount: "فروش خالص هر دو تا روز گزارش.",
    },
  ],
  "metrics.client_match_summary": [
    "جفت کارت‌های مشتری به تفکیک نتیجه و دلیل.",
    {
      state: "وضعیت: `linked` یک مشتری، `review` نیازمند تصمیم، `refused` پیوند لغو شد.",
      reason: "عامل پیوند، دلیل تردید، یا قاعده‌ای که پیوند را لغو کرده است.",
      pair_count: "جفت کارت‌ها.",
    },
  ],
  "metrics.client_cards_by_source": [
    "کارت‌های مشتری در یک سامانه.",
    {
      source: "سامانه.",
      card_count: "کارت‌های مشتری.",
      shared_card_count: "کارت‌های مشتریانی که کارت دیگری هم دارند.",
      client_count: "مشتریانی که قدیمی‌ترین کارتشان اینجاست؛ در جمع همهٔ سامانه‌ها، همهٔ مشتریان دارای کارت.",
    },
  ],
};

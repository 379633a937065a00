import type { CheckName } from "../ru/checks.ts";

/** What checks ask of the figures, in Uzbek, by name of the check. */
export const checksUz: Readonly<Record<CheckName, string>> = {
  attributed_and_organic_revenue_is_all_revenue:
    "Kampaniyalarga biriktirilgan va qolgan tushum birgalikda barcha haqiqiy buyurtmalar tushumiga teng.",
  campaign_credits_sum_to_one: "Har bir haqiqiy buyurtmadagi kampaniyalar ulushi yigʻindisi aniq 1 ga teng.",
  campaigns_hold_out_their_control: "Nazorat guruhi bilan rejalashtirilgan kampaniyada nazorat guruhi mijozlari bor.",
  cancellations_say_by_whom: "Har bir bekor qilingan buyurtmada uni kim bekor qilgani koʻrsatilgan.",
  churn_holds_every_buyer:
    "Haqiqiy buyurtmasi bor har bir mijoz ketish va mijoz qiymatida faqat bir marta hisobga olingan.",
  class_migration_accounts_for_every_client:
    "Davrga oʻtishlar shu davrda sinfga ajratilgan har bir mijozni qamrab oladi.",
  class_shares_sum_to_one: "Har bir davrda sinflar ulushi yigʻindisi 1 ga teng.",
  client_decisions_hold:
    "Odamlarning ikki kartochka boʻyicha qarori bajarilgan: «bitta mijoz» — bitta yozuv, «boshqa-boshqa» — ikkita.",
  client_decisions_name_cards: "Bogʻlanishlar faylida nomi keltirilgan har bir mijozning kartochkasi bor.",
  client_movement_adds_up:
    "Mijozlar harakati oʻtgan oy oxiridagi sondan boshlanadi va faol mijozlar soni bilan tugaydi.",
  client_sources_have_one_client: "Manbaning har bir kartochkasi bitta mijozga tegishli.",
  cohorts_hold_every_buyer: "Har oyda kogortalardagi xaridorlar soni haqiqiy soniga teng.",
  complaints_end_after_they_begin:
    "Birorta ham shikoyatga u kelib tushishidan oldin javob berilmagan, birortasi undan oldin yopilmagan.",
  contacts_add_up:
    "Barcha menejerlarning aloqalari — jami aloqalar, hech kim oʻziga biriktirilganidan koʻp mijozni qamramagan.",
  currencies_have_rates: "Chet el valyutasidagi har bir hujjat uchun oʻsha kungi yoki undan oldingi kurs bor.",
  days_add_up_to_months: "Oy kunlari yigʻindisi uning savdosi va buyurtmalarini beradi.",
  documents_agree_with_lines: "Buyurtmada koʻrsatilgan summa uning qatorlari yigʻindisiga tiyinigacha teng.",
  documents_exist: "Qator havola qilgan har bir hujjat omborda bor.",
  equal_clients_have_equal_rfm_scores: "Yaqinlik, chastota yoki summa teng boʻlsa, RFM ballari ham teng.",
  every_client_has_one_class: "Haqiqiy buyurtmasi bor har bir mijozning bugun aniq bitta sinfi bor.",
  every_rule_credits_every_order:
    "Har bir atributsiya qoidasi boʻyicha ulushlar barcha buyurtma va butun tushumni beradi.",
  files_reach_raw: "Yuklangan fayllarning yozuvlari omborda turibdi.",
  forecast_adds_up: "Hududlar prognozi umumiy prognozni, oylar esa choraklarni tashkil qiladi.",
  kpi_adds_up: "Kompaniya oylari barcha savdo, qaytarish va haqiqiy buyurtmalarni oʻz ichiga oladi.",
  line_returns_add_up: "Savdoni kamaytiradigan har bir qaytarish joʻnatilgan qatorlar orasida bir marta turadi.",
  lines_are_worth_their_documents: "Qatorlar qiymati hujjatlaridagidek, yaxlitlash aniqligida.",
  lines_have_amounts: "Buyurtmaning har bir qatorida oʻz summasi bor.",
  money_reaches_the_metrics: "Satrlar va pul yuklashdan koʻrsatkichlargacha bir xil.",
  names_have_cards: "Nomi keltirilgan har bir mijoz, menejer, tovar va kampaniyaning kartochkasi bor.",
  net_sales_are_one_number: "Mijozlar, menejerlar va tovarlar sof tushumi yigʻindisi oy sof tushumiga teng.",
  orders_equal_their_lines: "Barcha buyurtmalar qiymati ularning qatorlari qiymatiga teng.",
  orders_reach_the_as_of_day: "Buyurtmalar raqamlar aytilayotgan kungacha yetib keladi.",
  otif_adds_up: "Muddati kelgan har bir qator bir marta hisoblangan, OTIF — ham muddatida, ham toʻliq.",
  complaint_days_add_up_to_months: "Oy kunlaridagi shikoyatlar — shu oydagi shikoyatlarning oʻzi.",
  pareto_curves_end_at_one: "Mijozlar, menejerlar va tovarlarning jamlangan ulushi aniq 1 bilan tugaydi.",
  payments_are_allocated_whole:
    "Har bir toʻlov tiyinigacha taqsimlangan, birorta hisob-faktura oʻz summasidan ortiq yopilmagan.",
  pipeline_adds_up: "Menejerlar va kutilayotgan yopilish choraklari butun voronkani tashkil qiladi.",
  plan_vs_actual_adds_up:
    "Reja va amaldagi natija taqqosi barcha savdoni va har bir rejani bir martadan oʻz ichiga oladi.",
  plans_do_not_overlap: "Oy faqat bitta kesimda rejalashtirilgan.",
  places_hold_every_client:
    "Hudud va menejerlar boʻyicha yigʻindilar oʻz roʻyxatining har bir mijozini faqat bir marta oʻz ichiga oladi.",
  profit_adds_up: "Mijoz foydasi — uning sof sotuvidan barcha qismlardan keyin qolgani, sinflar uni toʻliq qamraydi.",
  receivables_are_one_number:
    "Debitorlik qarzi — bitta son: qarz yoshi, oylar boʻyicha va hisob-fakturalar minus toʻlovlar sifatida.",
  rfm_segments_hold_every_client: "RFM segmentlari va kataklari ball olgan har bir mijozni bir marta hisoblaydi.",
  rows_reach_the_marts: "Har bir yuklangan satr vitrinada bor va faqat bir marta.",
  sales_bridge_adds_up: "Narx, hajm, tarkib, tovarlar, narxsiz savdo va qaytarishlar butun farqni tashkil qiladi.",
  satisfaction_adds_up: "Soʻralgan har bir mijoz mamnunlikning har bir kesimida bir marta hisoblangan.",
  statuses_are_known:
    "Har bir buyurtma ochiq, bajarilgan yoki bekor qilingan, har bir bitim ochiq, yutilgan yoki boy berilgan.",
};

import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: forecast, pipeline, bridges of sales, sellers. */
export const forecastTerms: GlossaryEntries = {
  "metrics.stage_calibration": [
    "Bitimlar bosqichi ular kelmasdan oldin vaʼda qilgan ehtimol boʻyicha va qanchasi yutilgani.",
    {
      dimension: "`tenth` — vaʼda qilingan ehtimolning oʻndan biri, `stage` — bosqich.",
      entity: "Oʻndan bir qism, 0 — 10 % dan kam — 9 gacha, yoki bosqich.",
      deal_count: "Bitimlar, kirgan har bir bosqichi uchun bir marta.",
      won_count: "Shulardan yutilgani.",
      promised_probability: "Vaʼda qilingan oʻrtacha ehtimol.",
      win_rate: "Barchasidan yutilgani.",
      win_rate_low: "Quyi chegara, 95 % (Uilson).",
      win_rate_high: "Yuqori chegara.",
    },
  ],
  "metrics.forecast": [
    "Kelgusi oy yoki chorakning bitta usul boʻyicha sof tushumi va bu usul oʻtmishda oʻzini qanday koʻrsatgani.",
    {
      dimension:
        "`total` — jami, `region` — hudud, `direction` — yoʻnalish; `region_rest` va `direction_rest` — eng yirik 40 tadan tashqari barchasi, birga.",
      entity_id: "Hudud yoki yoʻnalish, yoxud `unknown`; jami uchun `all`.",
      method:
        "`mean_3` — uch oy oʻrtachasi; `seasonal_naive` — bir yil oldingi shu oy; `theta` — Teta; `holt_winters_additive`, `holt_winters_multiplicative` — Xolt–Uinters; `combination` — Teta va Xolt–Uinters oʻrtachasi; `_days` bilan — ish kunidagi savdo boʻyicha shu usul; `bottom_up` — hududlar yigʻindisi.",
      period: "`month` — oy, `quarter` — chorak.",
      period_start_date: "Prognoz qilinayotgan oy yoki chorakning birinchi kuni.",
      forecast_amount: "Kutilayotgan sof tushum; joriy chorakda uning toʻliq oylari bilan birga.",
      low80_amount:
        "Oʻtgan beshta xatodan toʻrttasida haqiqiy qiymat shu chegara va `high80_amount` orasida qolardi. Xatolar 20 tadan kam boʻlsa, faqat oylar uchun va faqat oʻtgan yilni takrorlaydigan prognozda: uning kamida toʻqqiz oydagi xatolari boʻyicha.",
      high80_amount: "Shu oraliqning yuqori chegarasi.",
      low95_amount: "Xuddi shu, 20 tadan 19 tasi uchun.",
      high95_amount: "Shu oraliqning yuqori chegarasi.",
      known_amount: "Oʻtib boʻlgan qismi: joriy chorakning toʻliq oylari.",
      own_forecast_amount: "Jami uchun eng yaxshi oʻz usuli nima deydi, hududlar yigʻindisi yonida.",
      difference_amount: "Hududlar yigʻindisi minus shu.",
      mase: "Oʻrtacha mutlaq xato bir yil oldingi shu oy xatosiga nisbatan; tekshiruvlar kam boʻlsa, boʻsh.",
      wape: "Mutlaq xatolarning savdoga nisbati; tekshiruvlar kam boʻlsa, boʻsh.",
      bias: "Xatolarning savdoga nisbati: 0 dan yuqori boʻlsa, prognozlar past boʻlgan; tekshiruvlar kam boʻlsa, boʻsh.",
      coverage95:
        "Shu oyning xatolarisiz qurilgan 95% oraliq ichiga tushgan oylar ulushi; tekshiruvlar kam boʻlsa, boʻsh.",
      backtest_origin_count: "Tekshirilgan boshlangʻich nuqtalar soni.",
      is_selected:
        "Qoʻllanadigan prognoz shumi? Jami — hududlar yigʻindisi; usulning MASE koʻrsatkichi 5% past boʻlsa, u oʻtgan yilning shu oyi usulini almashtiradi.",
      month_count: "Tarixdagi toʻliq oylar.",
      missing_month_count:
        "Ushbu usulning oʻtgan xatolari oraliq (avval 80%) berishi uchun yetishmayotgan toʻliq oylar; oraliq bor boʻlsa, 0.",
      quality_flag:
        "`ok` — yaxshi; `insufficient_history` — tekshirish uchun tarix qisqa; `low_n` — 95% oraliq uchun oʻtgan xatolar kam; ikkalasida ham koʻpi bilan 80% oraliq boʻladi.",
    },
  ],
  "metrics.forecast_series": [
    "Kompaniya, hudud yoki yoʻnalishning toʻliq oydagi sof tushumi, uzilishlarsiz.",
    {
      dimension:
        "`total` — jami, `region` — hudud yoki `direction` — yoʻnalish; `region_rest` va `direction_rest` — eng yirik 40 tadan tashqari barchasi, birga.",
      entity_id: "Hudud yoki yoʻnalish, yoxud `unknown`; jami uchun `all`.",
      month: "Oyning birinchi kuni; faqat toʻliq oylar.",
      net_amount: "Sof tushum; birinchisidan keyingi savdosiz oyda 0.",
    },
  ],
  "metrics.pipeline": [
    "Menejerning chorakda yopilishi kutilayotgan ochiq bitimlari, hisobot kuniga.",
    {
      is_total: "Barcha menejerlar birgami? Unda `manager_id` ichida `all` turadi, u kod emas.",
      manager_id: "Menejer yoki `unknown`.",
      close_quarter: "Kutilayotgan yopilish choragining birinchi kuni; `unknown` yoki `all` — hammasi birga.",
      open_count: "Toʻxtab qolmagan ochiq bitimlar; quyidagi raqamlar shularniki.",
      unpriced_count: "Shundan summasi koʻrsatilmaganlari.",
      open_amount: "Ularning summasi; hech birida summa boʻlmasa, boʻsh.",
      weighted_amount: "Ularning summasi × bosqichning tarix boʻyicha ehtimoli.",
      weighted_lower_amount: "Natijalarning 95% qismi shundan yuqori va `weighted_upper_amount` dan past.",
      weighted_upper_amount: "Yuqori chegara.",
      manual_weighted_amount: "Ularning summasi × menejerlar kiritgan ehtimol; birortasida u boʻlmasa, boʻsh.",
      largest_share: "Eng yirik bitimning summadagi ulushi.",
      stale_count: "Alohida: toʻxtab qolgan bitimlar.",
      stale_amount: "Toʻxtab qolgan bitimlar summasi.",
      win_rate_count: "Oxirgi oʻn ikki oyda yopilganlarga nisbatan yutilganlar.",
      win_rate_value: "Xuddi shu, summa boʻyicha.",
      cycle_days_p50: "Oxirgi oʻn ikki oyda bitim yutilguncha kunlar medianasi.",
      velocity_per_day:
        "Ochiq bitimlar × yutilgan bitimning oʻrtacha summasi × yutish ulushi / sikl medianasi: voronka kuniga qancha beradi; barcha choraklar boʻyicha birga.",
      quality_flag:
        "`ok` — yaxshi; `low_n` — ochiq bitimlar 30 tadan kam; `no_history` — vazn berish uchun tarix yoki summalar yoʻq; `all_stale` — hammasi toʻxtab qolgan.",
    },
  ],
  "metrics.deal_stages": [
    "Ochiq bitimlar bosqichi va unga kirgan bitimlardan yutilganlari ulushi.",
    {
      stage: "Bosqich.",
      stage_number: "Bitimlar bosqichlarga kirish tartibidagi oʻrni, 1 dan.",
      entry_count: "Bosqichga kirgan, oʻntadan toʻqqiztasi hal boʻlishi uchun yetarli vaqt oʻtgan bitimlar.",
      won_count: "Shundan yutilganlari.",
      entry_win_rate: "Yutilganlarning kirganlarga nisbati, sanalganidek.",
      win_probability:
        "Xuddi shu, barcha bitimlarning yutish ulushiga goʻyo yana oʻnta bitim qoʻshilgandek yaqinlashtirilgan, keyingi bosqichda hech qachon pasaymaydi; birorta bitim yopilmagan boʻlsa, boʻsh.",
      stay_days_p50: "Bosqichdagi kunlar medianasi, tugagan holatlar boʻyicha.",
      open_count: "Bosqichdagi ochiq bitimlar.",
      quality_flag:
        "`ok` — yaxshi; `low_n` — kirganlar 30 tadan kam; `fallback` — oʻtishlar yozilmagan, barcha bitimlar ulushi olingan; `no_history` — birorta bitim yopilmagan.",
    },
  ],
  "metrics.open_deals": [
    "Ochiq bitim, uning tarix va menejer boʻyicha qiymati hamda toʻxtab qolgan-qolmagani.",
    {
      deal_id: "Bitim.",
      name: "Bitim nomi.",
      client_id: "Kim bilan.",
      manager_id: "Kim yuritadi yoki `unknown`.",
      stage: "Hisobot kunidagi bosqich.",
      amount: "Kutilayotgan summa.",
      expected_close_date: "Yopilishi kutilayotgan kun.",
      idle_days: "Oxirgi harakatdan yoki ochilgandan beri kunlar.",
      stay_days_p50: "Uning bosqichida turish medianasi.",
      stale_reason:
        "`close_date_passed` — muddati oʻtgan; `idle` — bosqichda medianadan ikki baravar uzoq; `both` — ikkalasi; `none` — yoʻq.",
    },
  ],
  "metrics.win_rates": [
    "Chorakda yopilgan yoki ochilgan bitimlar va yutilganlari ulushi.",
    {
      basis: "`closed` — yopilgan kuni boʻyicha; `opened` — chorakda ochilgan bitimlar kogortasi.",
      quarter_start_date: "Chorakning birinchi kuni.",
      deal_count: "Bitimlar.",
      won_count: "Shundan hisobot kunigacha yutilganlari.",
      lost_count: "Shundan boy berilganlari.",
      won_amount: "Yutilganlar summasi.",
      lost_amount: "Boy berilganlar summasi.",
      win_rate_count: "Yutilganlarning yutilgan va boy berilganlarga nisbati; hali yosh kogortada boʻsh.",
      win_rate_value: "Xuddi shu, summa boʻyicha.",
      is_mature: "Chorak tugaganiga oʻntadan toʻqqizta bitim oladigan vaqt oʻtganmi? Yopilish boʻyicha — doim ha.",
    },
  ],
  "metrics.lost_deals": [
    "Oxirgi oʻn ikki oyda boy berilgan bitimlar, sabab va raqobatchi boʻyicha.",
    {
      lost_reason: "Nega, yoki `unknown`.",
      competitor: "Kim yutgan, yoki `unknown`.",
      lost_count: "Boy berilgan bitimlar.",
      lost_amount: "Ularning summasi; hech birida summa boʻlmasa, boʻsh.",
      lost_count_share: "Barcha boy berilganlardagi ulush.",
    },
  ],
  "metrics.pipeline_backtest": [
    "Usul chorak boshida nimani prognoz qilgan boʻlardi va nima yutilgan.",
    {
      quarter_start_date: "Chorakning birinchi kuni.",
      method:
        "`pipeline` — birinchi kundagi bosqichlar boʻyicha bitimlar; `last_year` — bir yil oldingi shu chorak; `mean_4_quarters` — oldingi toʻrt chorak oʻrtachasi.",
      open_count: "Birinchi kunda ochiq bitimlar.",
      expected_count: "Kutilgan yutuqlar.",
      expected_amount: "Kutilgan summa.",
      won_count: "Chorakda, hisobot kunigacha yutilgan bitimlar.",
      won_amount: "Ularning summasi; hech birida summa boʻlmasa, boʻsh.",
      is_complete: "Chorak tugaganmi? Faqat tugaganlari taqqoslanadi.",
    },
  ],
  "metrics.pipeline_backtest_scores": [
    "Usulning oʻtgan choraklar prognozidagi xatolari.",
    {
      method: "`pipeline`, `last_year` yoki `mean_4_quarters`.",
      quarter_count: "Taqqoslangan toʻliq choraklar.",
      count_wape: "Mutlaq xatolarning yutuqlar soniga nisbati.",
      count_bias: "Xatolarning yutuqlar soniga nisbati: 0 dan yuqori boʻlsa, prognozlar past boʻlgan.",
      amount_wape: "Mutlaq xatolarning yutilgan summaga nisbati.",
      amount_bias: "Xatolarning yutilgan summaga nisbati: 0 dan yuqori boʻlsa, prognozlar past boʻlgan.",
      quality_flag: "`ok` — yaxshi; `low_n` — toʻrt chorakdan kam.",
    },
  ],
  "metrics.sales_bridge": [
    "Sof tushum bir yil oldingi shu oylardan nega farq qiladi: narx, hajm, tarkib, tovarlar, qaytarishlar.",
    {
      dimension: "`total` — jami, `region` — hudud yoki `direction` — yoʻnalish.",
      entity_id: "Hudud yoki yoʻnalish, yoxud `unknown`; jami uchun `all`.",
      window_name:
        "`last_1_months`, `last_3_months` yoki `last_12_months`: toʻliq oylar; oʻtgan yil maʼlumoti boʻlmasa, davr koʻrsatilmaydi.",
      from_month: "Birinchi oy.",
      to_month: "Oxirgi oy.",
      previous_amount: "Bir yil oldingi shu oylarning sof tushumi.",
      price_amount: "Narxlar oʻzgarishi, yangi miqdorlarda; ikkala yilda ham sotilgan tovarlar.",
      volume_amount: "Barcha birliklar oʻzgarishi, eski oʻrtacha narxda; oʻsha tovarlar.",
      mix_amount: "Qimmatroq yoki arzonroq tovarlar koʻproq sotilgani: miqdor oʻzgarishining qolgan qismi.",
      new_product_amount: "Bir yil oldin sotilmagan tovarlar savdosi.",
      lost_product_amount: "Endi sotilmaydigan tovarlar savdosi; manfiy.",
      other_amount: "Tovari yoki miqdori koʻrsatilmagan savdo oʻzgarishi.",
      return_amount: "Qaytarishlar oʻzgarishi; koʻproq qaytgan boʻlsa, manfiy.",
      amount: "Hozirgi sof tushum.",
      gap_amount: "Hozirgi sof tushum minus bir yil oldingisi: yettita qism yigʻindisi.",
    },
  ],
  "metrics.manager_profit": [
    "Menejer oxirgi oʻn ikki toʻliq oyda nima sotgani, qanday chegirma va marja bilan.",
    {
      manager_id: "Buyurtma kunidagi mijoz masʼuli yoki `unknown`.",
      from_month: "Birinchi oy.",
      to_month: "Oxirgi oy.",
      order_count: "Haqiqiy buyurtmalar.",
      client_count: "Ularni bergan mijozlar.",
      net_amount: "Sof tushum: savdo minus qaytarishlar.",
      return_rate: "Qaytarishlarning savdoga nisbati.",
      discount_rate: "Chegirma koʻrsatilgan qatorlarda chegirmaning preyskurant qiymatiga nisbati.",
      leak_amount: "Oʻsha sinf va toifadagi odatdagidan ortiq chegirma.",
      margin_amount: "Tannarxi maʼlum tovarlar marjasi, qaytarishlargacha.",
      margin_rate: "Marjaning tannarxi maʼlum savdoga nisbati.",
      costed_share: "Tannarxi maʼlum savdo ulushi.",
      quality_flag:
        "`ok` — yaxshi; `no_cost` — tannarx yoʻq; `partial_cost` — savdoning 95% qismidan kamida maʼlum; `low_n` — 30 tadan kam buyurtma.",
    },
  ],
};

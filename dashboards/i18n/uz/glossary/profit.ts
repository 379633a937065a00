import type { GlossaryEntries } from "../../glossaries.ts";

/** Uzbek glossary: profitability, cost to serve, discounts. */
export const profitTerms: GlossaryEntries = {
  "metrics.client_profit": [
    "Oxirgi oʻn ikki toʻliq oyda tovar, qaytarish, yetkazib berish, aloqa, shikoyat va kampaniyalardan keyin mijoz nima keltirishi.",
    {
      client_id: "Mijoz.",
      delivery_count: "Joʻnatmalar.",
      contact_count: "Odamlar oʻrtasidagi aloqalar: qoʻngʻiroq, uchrashuv, tashrif, xabar.",
      list_amount: "Qatorlardagi chegirmalargacha savdo.",
      discount_amount: "Qatorlardagi chegirmalar.",
      return_amount: "Qaytgan tovar qiymati; musbat.",
      net_amount: "Sof tushum: chegirmagacha savdo minus chegirma va qaytarishlar.",
      goods_amount: "Sotilgan tovar tannarxi minus qaytgan tovarning qolgan qiymati; nomaʼlum boʻlsa, boʻsh.",
      delivery_amount: "Joʻnatmalar × sozlamalardagi xarajat stavkasi.",
      contact_amount: "Aloqalar × sozlamalardagi xarajat stavkalari.",
      complaint_amount: "Shikoyatlar × sozlamalardagi xarajat stavkasi.",
      campaign_amount: "Mijozga yuborilgan kampaniyalar xarajatidagi ulushi.",
      cost_to_serve_amount: "Yetkazib berish, aloqa, shikoyat va kampaniyalar.",
      profit_amount: "Sof tushum minus tannarx va xizmat koʻrsatish xarajati; tannarx nomaʼlum boʻlsa, boʻsh.",
      costed_share: "Tannarxi maʼlum savdo ulushi.",
      quality_flag:
        "`ok` — yaxshi; `no_cost` — tannarx yoʻq; `partial_cost` — savdoning 95% qismidan kamida maʼlum; `no_unit_costs` — sozlamalarda xarajat stavkalari yoʻq.",
    },
  ],
  "metrics.client_segments": [
    "Buyurtma bergan har bir mijoz hozir qaysi guruhda: sinf, RFM va hudud boʻyicha.",
    {
      client_id: "Mijoz.",
      segment: "Sinf, RFM segmenti (`inactive` — hisob davrida buyurtmasi yoʻq) yoki hudud.",
    },
  ],
  "metrics.profit_by_segment": [
    "Sinf, RFM segmenti yoki hudud mijozlarining oxirgi oʻn ikki toʻliq oydagi savdosi, xarajati va foydasi.",
    {
      segmentation: "Mijozlar nima boʻyicha boʻlinadi: `class` — sinf, `rfm` — RFM segmenti, `region` — hudud.",
      segment: "Guruh; sinflar orasida `prospect` — buyurtmasiz mijozlar.",
      client_count: "Savdo, qaytarish yoki aloqasi bor mijozlar.",
      losing_client_count: "Shundan zarar keltirayotganlari.",
      net_amount: "Sof tushum.",
      cost_to_serve_amount: "Yetkazib berish, aloqa, shikoyat va kampaniyalar.",
      profit_amount: "Tannarxi maʼlum mijozlar foydasi.",
      profit_rate: "Foydaning shu mijozlar sof tushumiga nisbati.",
      quality_flag:
        "`ok` — yaxshi; `no_cost` — tannarx yoʻq; `partial_cost` — baʼzi mijozlarda tannarx yoʻq; `no_unit_costs` — sozlamalarda stavkalar yoʻq; `low_n` — 30 tadan kam mijoz.",
    },
  ],
  "metrics.discounts": [
    "Oxirgi oʻn ikki toʻliq oydagi chegirmalar va amaldagi narxlar, menejer, mijoz sinfi va tovar toifasi boʻyicha.",
    {
      manager_id: "Buyurtma menejeri yoki `unknown`.",
      class: "Mijozning hozirgi sinfi yoki `unknown`.",
      category: "Tovar toifasi yoki `unknown`.",
      line_count: "Sotilgan qatorlar.",
      list_amount: "Chegirma koʻrsatilgan (0% ham) qatorlarning chegirmagacha savdosi.",
      discount_amount: "Shu qatorlardagi chegirma.",
      net_amount: "Barcha qatorlarning chegirmadan keyingi savdosi, qaytarishlargacha.",
      margin_amount: "Tannarxi maʼlum qatorlar marjasi.",
      discount_rate: "Chegirmaning chegirmagacha savdoga nisbati.",
      usual_rate: "Xuddi shu, shu sinf va toifada barcha menejerlar boʻyicha birga.",
      leak_amount: "Odatdagi ulushdan ortiq chegirma; ortiq boʻlmasa, 0.",
      price_realisation: "Savdo summasining preyskurant qiymatiga nisbati.",
      quality_flag: "`ok` — yaxshi; `low_n` — 30 tadan kam qator.",
    },
  ],
};

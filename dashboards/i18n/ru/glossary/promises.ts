import type { GlossaryEntries } from "../../glossaries.ts";

/** Russian glossary: answering times and returns. */
export const promisesTerms: GlossaryEntries = {
  "metrics.sla_by_month": [
    "Жалобы, полученные в месяце, по видам и ответственным менеджерам, против сроков в рабочих часах.",
    {
      month: "Первый день месяца получения.",
      complaint_type: "Вид или `unknown`.",
      manager_id: "Ответственный менеджер или `unknown`.",
      complaint_count: "Полученные жалобы.",
      first_response_met_count: "Отвечено в срок.",
      first_response_breached_count: "Отвечено поздно или не отвечено, а срок вышел.",
      first_response_pending_count: "Не отвечено, срок ещё не вышел.",
      resolution_met_count: "Закрыто в срок.",
      resolution_breached_count: "Закрыто поздно или открыто, а срок вышел.",
      resolution_pending_count: "Открыто, срок ещё не вышел.",
    },
  ],
  "metrics.complaint_durations": [
    "Рабочие часы до первого ответа или решения; открытое считается с прошедшими часами.",
    {
      step: "`first_response` — первый ответ, `resolution` — решение.",
      dimension: "`all`, `type` или `manager` за 365 дней до отчётного дня; `month` получения — все.",
      entity_id: "`all`, вид, ответственный менеджер или первый день месяца.",
      complaint_count: "Жалобы.",
      open_count: "Из них ещё без ответа или открыты.",
      hours_p50: "Рабочие часы, за которые сделана половина (Каплан — Мейер).",
      hours_p90: "Рабочие часы, за которые сделано девять десятых (Каплан — Мейер).",
    },
  ],
  "metrics.complaint_rates": [
    "Жалобы на 100 заказов, доставленных в месяце: по всем, по виду, менеджеру или региону.",
    {
      month: "Первый день месяца.",
      dimension: "`all`, `type`, `manager` или `region` (заказа, иначе клиента).",
      entity_id: "`all`, вид, менеджер или регион; `unknown`, где его нет.",
      delivered_order_count: "Заказы, доставка которых завершена в месяце.",
      complaint_count: "Жалобы по этим заказам и жалобы без доставленного заказа, полученные в месяце.",
    },
  ],
  "metrics.complaint_times": [
    "Жалоба и рабочие часы, которые она заняла, против сроков её вида.",
    {
      complaint_id: "Жалоба.",
      client_id: "Кто пожаловался.",
      complaint_type: "Вид или `unknown`.",
      severity: "`low`, `medium`, `high`.",
      manager_id: "Ответственный менеджер или `unknown`.",
      opened_at: "Когда получена.",
      is_answered: "Получил ли клиент ответ к отчётному дню?",
      first_response_state: "`met` — в срок, `breached` — поздно или без ответа сверх срока, `pending`, `unknown`.",
      resolution_hours: "Рабочие часы до закрытия или до сих пор, без ожидания клиента.",
      resolution_target_hours: "Срок её вида.",
      resolution_state: "`met`, `breached`, `pending` или `unknown`.",
    },
  ],
  "metrics.return_rate_by_month": [
    "Заказы, доставленные в месяце, и сколько из них вернулось, по региону и менеджеру.",
    {
      month: "Первый день месяца, когда пришло последнее из заказа.",
      is_mature: "Прошло ли с конца месяца столько дней? До тех пор вернётся ещё.",
      shipped_quantity: "Единицы этих заказов.",
      shipped_amount: "Их чистая стоимость.",
      return_count: "Возвраты этих товаров к отчётному дню.",
      returned_quantity: "Вернувшиеся единицы.",
      returned_amount: "Их стоимость.",
    },
  ],
  "metrics.line_returns": [
    "Строки, отгруженные в месяце, и сколько из них вернулось, по региону, менеджеру и товару.",
    {
      product_id: "Товар или `unknown`.",
      manager_id: "Менеджер заказа или `unknown`.",
      shipment_count: "Отгрузки строк.",
      shipped_quantity: "Отгруженные единицы.",
      shipped_amount: "Их чистая стоимость по цене строки.",
      return_count: "Возвраты строк, впервые отгруженных в месяце, к отчётному дню.",
      returned_quantity: "Вернувшиеся единицы.",
      returned_amount: "Их стоимость.",
    },
  ],
  "metrics.line_returns_by_reason": [
    "Возвраты строк, отгруженных в месяце, по причинам — против всего отгруженного.",
    {
      reason: "Причина или `unknown`.",
      return_count: "Возвраты.",
      returned_quantity: "Единицы, вернувшиеся по этой причине.",
      returned_amount: "Их стоимость.",
    },
  ],
  "metrics.returns_by_reason": [
    "Товары, вернувшиеся в месяце, по причинам и направлениям.",
    {
      month: "Первый день месяца возврата.",
      reason: "Причина, как её называет источник, или `unknown`.",
      return_count: "Возвраты.",
      returned_amount: "Их стоимость.",
    },
  ],
};

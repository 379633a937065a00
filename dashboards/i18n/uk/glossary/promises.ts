import type { GlossaryEntries } from "../../glossaries.ts";

/** Ukrainian glossary: answering times and returns. */
export const promisesTerms: GlossaryEntries = {
  "metrics.sla_by_month": [
    "Скарги, отримані за місяць, за видами й відповідальними менеджерами, проти строків у робочих годинах.",
    {
      month: "Перший день місяця отримання.",
      complaint_type: "Вид або `unknown`.",
      manager_id: "Відповідальний менеджер або `unknown`.",
      complaint_count: "Отримані скарги.",
      first_response_met_count: "Відповіли вчасно.",
      first_response_breached_count: "Відповіли пізно або не відповіли, а строк минув.",
      first_response_pending_count: "Не відповіли, строк ще не минув.",
      resolution_met_count: "Закрито вчасно.",
      resolution_breached_count: "Закрито пізно або відкрито, а строк минув.",
      resolution_pending_count: "Відкрито, строк ще не минув.",
    },
  ],
  "metrics.complaint_durations": [
    "Робочі години до першої відповіді або вирішення; відкрите враховано з годинами, що минули.",
    {
      step: "`first_response` — перша відповідь, `resolution` — вирішення.",
      dimension: "`all`, `type` або `manager` за 365 днів до звітної дати; `month` отримання — усі.",
      entity_id: "`all`, вид, відповідальний менеджер або перший день місяця.",
      complaint_count: "Скарги.",
      open_count: "Із них ще без відповіді або відкриті.",
      hours_p50: "Робочі години, за які зроблено половину (Каплан — Маєр).",
      hours_p90: "Робочі години, за які зроблено дев’ять десятих (Каплан — Маєр).",
    },
  ],
  "metrics.complaint_rates": [
    "Скарги на 100 замовлень, доставлених за місяць: за всіма, за видом, менеджером або регіоном.",
    {
      month: "Перший день місяця.",
      dimension: "`all`, `type`, `manager` або `region` (замовлення, інакше клієнта).",
      entity_id: "`all`, вид, менеджер або регіон; `unknown`, де його немає.",
      delivered_order_count: "Замовлення, доставку яких завершено за місяць.",
      complaint_count: "Скарги на ці замовлення та скарги без доставленого замовлення, отримані за місяць.",
    },
  ],
  "metrics.complaint_times": [
    "Скарга й робочі години, які вона забрала, проти строків її виду.",
    {
      complaint_id: "Скарга.",
      client_id: "Хто поскаржився.",
      complaint_type: "Вид або `unknown`.",
      severity: "`low`, `medium`, `high`.",
      manager_id: "Відповідальний менеджер або `unknown`.",
      opened_at: "Коли отримано.",
      is_answered: "Чи отримав клієнт відповідь до звітної дати?",
      first_response_state: "`met` — вчасно, `breached` — пізно або без відповіді понад строк, `pending`, `unknown`.",
      resolution_hours: "Робочі години до закриття або дотепер, без очікування на клієнта.",
      resolution_target_hours: "Строк її виду.",
      resolution_state: "`met`, `breached`, `pending` або `unknown`.",
    },
  ],
  "metrics.return_rate_by_month": [
    "Замовлення, доставлені за місяць, і скільки з них повернулося, за регіоном і менеджером.",
    {
      month: "Перший день місяця, коли надійшла остання частина замовлення.",
      is_mature: "Чи минуло від кінця місяця досить днів? Доти повернеться ще.",
      shipped_quantity: "Одиниці цих замовлень.",
      shipped_amount: "Їхня чиста вартість.",
      return_count: "Повернення цих товарів до звітної дати.",
      returned_quantity: "Повернуті одиниці.",
      returned_amount: "Їхня вартість.",
    },
  ],
  "metrics.line_returns": [
    "Рядки, відвантажені в місяці, і скільки з них повернулося, за регіоном, менеджером і товаром.",
    {
      product_id: "Товар або `unknown`.",
      manager_id: "Менеджер замовлення або `unknown`.",
      shipment_count: "Відвантаження рядків.",
      shipped_quantity: "Відвантажені одиниці.",
      shipped_amount: "Їхня чиста вартість за ціною рядка.",
      return_count: "Повернення рядків, уперше відвантажених у місяці, до звітного дня.",
      returned_quantity: "Повернені одиниці.",
      returned_amount: "Їхня вартість.",
    },
  ],
  "metrics.line_returns_by_reason": [
    "Повернення рядків, відвантажених у місяці, за причинами — проти всього відвантаженого.",
    {
      reason: "Причина або `unknown`.",
      return_count: "Повернення.",
      returned_quantity: "Одиниці, повернені з цієї причини.",
      returned_amount: "Їхня вартість.",
    },
  ],
  "metrics.returns_by_reason": [
    "Товари, що повернулися за місяць, за причинами й напрямами.",
    {
      month: "Перший день місяця повернення.",
      reason: "Причина, як її називає джерело, або `unknown`.",
      return_count: "Повернення.",
      returned_amount: "Їхня вартість.",
    },
  ],
};

import { foldName } from "./header.ts";

/**
 * Names that exports give to columns of ours, by column, or by entity and column where a name means something else
 * elsewhere. Russian, Ukrainian, Kazakh, Uzbek, Persian and English; from 1C, SAP, Odoo, Bitrix24, amoCRM, Dynamics, HubSpot
 * and web shops. They only serve proposals: nothing is mapped by them without a person.
 */
// biome-ignore format: word lists read best filled
const names: Readonly<Record<string, readonly string[]>> = {
  order_id: ["номер задания", "id заказа", "id замовлення", "doc num", "srid", "salesorder id", "номер заказа", "заказ", "№ заказа", "номер замовлення", "замовлення", "тапсырыс нөмірі", "тапсырыс", "buyurtma raqami", "buyurtma", "شماره سفارش", "سفارش", "order number", "order no", "order reference", "sales doc", "sales order", "документ номер"],
  "orders.order_id": ["номер", "номер документа", "name", "нөмір", "raqam", "شماره", "ссылка на заказ", "посилання на замовлення", "auftragsreferenz", "auftragsnummer", "bestellnummer", "référence commande", "référence de la commande", "numéro de commande", "referencia del pedido", "número de pedido", "sipariş numarası", "sipariş no", "numer zamówienia"],
  "orders.order_date": ["дата создания", "дата создания заказа", "дата и время создания заказа", "дата и время заказа", "дата створення", "дата створення замовлення", "bestellzeitpunkt", "время", "дата и время", "дата оформления", "дата оформления заказа", "принят в обработку", "дата поступления заказа", "дата заказа покупателем", "учетный день", "date added", "doc date", "voucher date", "date", "дата", "дата заказа", "дата документа", "документ дата", "күні", "sana", "тарих", "تاریخ", "تاریخ سفارش", "дата замовлення", "тапсырыс күні", "buyurtma sanasi", "created at", "created on", "created", "doc date", "order date", "created time", "order time", "date created", "purchase date", "order purchase timestamp", "purchase timestamp", "дата размещения", "transaction date", "so date", "bestelldatum", "auftragsdatum", "date de la commande", "date de commande", "fecha del pedido", "fecha de pedido", "sipariş tarihi", "data zamówienia", "sale date", "sold at", "sold on", "дата продажи", "дата продажу", "сату күні", "sotuv sanasi", "تاریخ فروش", "data sprzedaży"],
  "orders.amount": ["bestellwert", "auftragswert", "выручка", "revenue", "order value", "сумма заказов", "doc total", "сумма отправления", "gross total", "сумма", "сумма заказа", "итого", "сумма всего", "сума", "сома", "жалпы сома", "summa", "jami", "مبلغ", "مبلغ کل", "total", "total amount", "grand total", "net value", "n revenue", "net revenue", "net sales", "gesamt", "gesamtbetrag", "всього", "разом", "сомасы", "жалпы сомасы", "montant total", "importe total", "toplam", "betrag", "importe", "montant", "tutar", "order total", "order amount", "стоимость заказа", "общая стоимость", "загальна вартість", "kwota", "wartość zamówienia"],
  client_id: ["card code", "party", "party name", "клиент", "контрагент", "покупатель", "заказчик", "код клиента", "контрагент код", "клієнт", "покупець", "тапсырыс беруші", "сатып алушы", "mijoz", "xaridor", "مشتری", "خریدار", "کد مشتری", "customer", "customer external id", "partner external id", "sold to pt", "sold to party", "potential customer", "id компании", "компания id", "компания", "название компании", "related company external id", "erp code", "client code", "плательщикинн", "kunde", "kundennummer", "cliente", "müşteri", "klient", "nabywca"],
  "clients.client_id": ["код", "id", "external id", "account", "record id", "hs object id", "коды", "kod", "کد"],
  "clients.name": ["card name", "название", "наименование", "название компании", "компания", "контрагент наименование", "полное наименование", "назва", "найменування", "атауы", "nomi", "نام", "نام شرکت", "account name", "company name", "customer name", "name 1", "name", "billing name"],
  tax_id: ["инн", "бин", "иин", "бин иин", "контрагент инн", "єдрпоу", "едрпоу", "іпн", "бсн", "жсн", "stir", "inn", "شناسه ملی", "کد ملی", "tax id", "tax number", "vat", "vat number", "код єдрпоу", "код едрпоу", "код за єдрпоу"],
  "clients.kind": ["вид", "юр физ лицо", "is a company", "тип"],
  "clients.industry": ["отрасль", "сфера деятельности", "галузь", "сала", "soha", "صنعت"],
  branch_code: ["кпп"],
  hired_date: ["hire date", "date hired", "дата приёма", "дата приема", "дата прийому", "жұмысқа алынған күні", "ishga qabul sanasi", "تاریخ استخدام"],
  "campaigns.name": ["кампания", "кампанія", "науқан", "kampaniya", "کمپین", "campaign", "campaign name", "title"],
  "campaigns.start_date": ["дата начала", "начало", "дата початку", "басталу күні", "boshlanish sanasi", "تاریخ شروع", "start", "start date", "launch date", "send date"],
  "campaigns.end_date": ["дата окончания", "окончание", "дата закінчення", "аяқталу күні", "tugash sanasi", "تاریخ پایان", "end", "end date"],
  "campaigns.budget_amount": ["бюджет", "budget", "бюджеті", "byudjet", "بودجه"],
  "campaigns.fixed_cost_amount": ["затраты", "расходы", "стоимость", "витрати", "шығын", "xarajat", "هزینه", "cost", "spend", "total cost", "actual cost"],
  "campaigns.channel": ["канал", "арна", "kanal", "کانال", "channel", "medium"],
  "campaign_members.sent_at": ["sent date", "sent", "send date", "дата отправки", "дата надсилання"],
  duration_minutes: ["duration minutes", "duration min", "длительность мин", "тривалість хв", "duration in minutes", "talk time min", "продолжительность мин"],
  size: ["численность", "кол во сотрудников", "number of employees", "employees"],
  city: ["город", "місто", "қала", "shahar", "شهر", "address 1 city", "billing city", "адрес город"],
  country: ["страна", "країна", "ел", "davlat", "mamlakat", "کشور", "address 1 country region", "billing country"],
  region: ["регион", "область", "регіон", "аймақ", "өңір", "hudud", "viloyat", "منطقه", "استان", "state", "territory"],
  phone: ["телефон", "рабочий телефон", "мобильный телефон", "телефон клиента", "telefon", "تلفن", "شماره تلفن", "main phone", "business phone", "billing phone", "mobile"],
  email: ["эл почта", "электронная почта", "рабочий e mail", "рабочий email", "e mail", "пошта", "ел пошта", "электрондық пошта", "elektron pochta", "ایمیل", "پست الکترونیکی", "email address"],
  "clients.first_seen_date": ["registration date", "registered on", "signup date", "sign up date", "customer since", "дата регистрации", "дата создания", "created on", "createdate", "created"],
  manager_id: ["slp name", "официант", "кассир", "менеджер", "ответственный", "відповідальний", "жауапты", "menejer", "mas ul", "مسئول", "مدیر فروش", "owner", "owner id", "hubspot owner id", "salesperson", "sales rep", "sales rep employee number", "sales rep id", "support rep id", "account manager", "sales person", "responsible user", "responsible person", "responsible", "deal owner", "lead responsible", "zuständiger mitarbeiter", "propietario del negocio", "propriétaire de la transaction", "продавец", "продавець", "vertriebsmitarbeiter", "verkäufer", "vendeur", "comercial", "vendedor", "satış temsilcisi", "فروشنده", "sotuvchi", "сатушы", "pracownik", "sprzedawca", "handlowiec"],
  "interactions.manager_id": ["сотрудник", "співробітник", "қызметкер", "xodim", "کارمند", "employee", "agent", "user", "assigned to", "caller"],
  "managers.name": ["full name", "employee name", "name", "фио", "сотрудник", "піб", "аты жөні", "f i o"],
  "contacts.contact_id": ["id", "external id", "contact", "hs object id"],
  "contacts.name": ["полное имя контакта", "фио", "контакт", "имя", "full name", "firstname", "контактна особа", "аты", "ism"],
  position: ["должность", "посада", "лауазым", "lavozim", "سمت", "job position", "job title", "jobtitle"],
  product_id: ["блюдо", "ваш sku", "артикул поставщика", "артикул продавца", "товар", "номенклатура", "код товара", "номенклатура код", "material", "товар код", "тауар", "mahsulot", "tovar", "کالا", "کد کالا", "محصول", "product external id", "lineitem sku", "item code", "stock code", "sku", "product sku", "item sku", "article", "article no", "article number", "part number", "part no", "product code", "product no"],
  "products.product_id": ["ид", "код", "id", "external id", "item no", "item number", "item id", "item code"],
  "order_lines.product_id": ["артикул"],
  "orders.client_id": ["email address", "billing email", "buyer email", "email", "customer email", "customer external id", "контрагенты контрагент 1 ид", "contact name"],
  "deals.client_id": ["id компании", "компания id", "company", "associated company", "deal organization", "organization", "компанія", "unternehmen", "empresa", "entreprise"],
  "contacts.client_id": ["id компании", "related company external id"],
  "products.name": ["dscription", "title", "product title", "наименование", "номенклатура наименование", "название", "назва", "атауы", "nomi", "نام کالا", "description", "lineitem name", "item name", "item description"],
  sku: ["артикул", "internal reference", "article", "lineitem sku"],
  "order_lines.order_line_id": ["external id", "номер строки", "invoice line id", "order item id", "line item id", "order detail id", "order details id", "detail id", "sales line id", "transaction line id"],
  quantity: ["quantities", "количество блюд", "количество", "кол во", "к сть", "кількість", "саны", "miqdori", "soni", "تعداد", "مقدار", "qty", "order qty", "order quantity", "lineitem quantity", "количество продаж", "кол во продаж", "продано", "продано шт", "количество шт", "кількість продажів"],
  unit_price_amount: ["rate", "ваша цена", "цена", "ціна", "бағасы", "narxi", "قیمت", "قیمت واحد", "unit price", "lineitem price", "price", "price each", "price per unit", "unit selling price", "selling price", "item price", "цена за единицу", "цена продажи", "цена продажи за единицу", "цена единицы", "цена за ед", "цена за шт", "ціна за одиницю", "ціна продажу", "бірлік бағасы", "birlik narxi"],
  list_price_amount: ["product price", "base price", "price base", "current price", "цена", "прайс", "sale price", "list price", "unit price", "retail price", "standard price", "msrp"],
  discount_share: ["скидка", "скидка %", "знижка", "жеңілдік", "chegirma", "تخفیف", "discount", "discount %", "discount pct", "discount percent", "disc %"],
  "order_lines.amount": ["value", "item total", "сумма со скидкой", "вайлдберриз реализовал товар пр", "сумма", "сумма всего", "всего", "сума", "сома", "summa", "مبلغ", "subtotal", "net value", "sales", "revenue", "line total", "sales amount", "extended price", "выручка", "total price", "total amount", "line amount", "final amount", "net amount", "gross amount", "total sales", "net sales", "gross sales", "продажи", "сомасы", "общая стоимость", "стоимость", "сумма продажи", "сумма продаж", "загальна вартість", "вартість", "сумма строки", "жалпы құны", "umumiy qiymati", "مبلغ کل"],
  cost_amount: ["себестоимость", "собівартість", "өзіндік құны", "tannarx", "بهای تمام شده", "cost", "unit cost", "cost price", "standard cost", "buy price", "purchase price"],
  currency: ["doc cur", "код валюты", "валюта", "валюта сделки", "valyuta", "ارز", "curr", "currency code"],
  "deals.deal_id": ["id", "hs object id", "record id", "datensatz id", "id de registro", "id угоди", "сделка", "id сделки", "opportunity", "угода", "мәміле", "bitim", "معامله"],
  "deals.name": ["название сделки", "назва угоди", "topic", "dealname", "deal name", "deal title", "lead title", "lead name", "название лида", "nombre del negocio", "nom de la transaction", "мәміле атауы", "عنوان معامله", "тема"],
  "deals.stage": ["dealstage", "lead stage", "deal phase", "стадія", "стадія угоди", "etapa", "etapa del negocio", "étape", "phase de la transaction", "phase", "aşama"],
  stage: ["стадия сделки", "стадия", "этап сделки", "этап", "етап", "кезең", "bosqich", "مرحله", "pipeline phase", "sales stage", "deal stage", "deal pipeline stage id", "stage"],
  status: ["état", "etat", "статус", "состояние", "стан", "күйі", "мәртебе", "holati", "وضعیت", "state", "order status", "fulfillment status"],
  "deals.amount": ["сумма", "бюджет", "budget", "deal value", "value", "betrag", "importe", "montant", "tutar", "est revenue", "expected revenue", "сума", "сома", "summa", "مبلغ", "amount", "предполагаемый доход", "предп доход", "очікуваний дохід", "сомасы"],
  probability_share: ["вероятность", "вероятность %", "ймовірність", "ықтималдық", "ehtimollik", "احتمال", "probability"],
  "deals.created_date": ["created at", "created", "deal created", "deal deal created", "дата створення", "erstellungsdatum", "fecha de creación", "date de création"],
  created_date: ["дата создания", "дата создания сделки", "створено", "құрылған күні", "yaratilgan sana", "تاریخ ایجاد", "created on", "createdate", "create date"],
  expected_close_date: ["предполагаемая дата закрытия", "дата завершения", "est close date", "expected closing", "close date"],
  "deals.expected_close_date": ["close date", "closing date"],
  "deals.closed_date": ["closed at", "closed on", "won time", "deal won time", "deal close time", "abschlussdatum", "fecha de cierre", "date de fermeture"],
  closed_date: ["дата закрытия", "actual close date", "closedate", "дата закриття"],
  lost_reason: ["причина отказа", "причина провала", "причина відмови", "lost reason", "closed lost reason"],
  promised_date: ["обещанная дата", "дата отгрузки", "promised date", "commitment date"],
  "orders.channel": ["канал", "канал продаж", "source name", "sales channel", "арна", "kanal", "کانال"],
  direction: ["направление", "кому направление", "напрям", "бағыт", "yo nalish"],
  unit: ["ед", "ед изм", "единица", "базоваяединица", "од", "өлшем бірлігі", "birlik", "واحد", "uom", "unit of measure"],
  category: ["категория блюда", "product line", "product group", "product type", "product family", "категория", "группа", "вид номенклатуры", "категорія", "санат", "toifa", "دسته", "product category"],
  requested_date: ["желаемая дата", "req dlv dt", "requested delivery date", "required date", "order delivery date requested"],
  "shipments.shipment_id": ["delivery id", "delivery", "delivery number", "delivery no", "shipment number", "shipment", "номер отгрузки", "номер поставки"],
  "shipments.planned_date": ["planned delivery date", "planned date", "scheduled delivery date", "estimated delivery date", "плановая дата доставки"],
  "shipments.shipped_date": ["ship date", "shipped date", "shipped", "shipping date", "date shipped", "dispatch date", "дата відвантаження", "жөнелту күні", "jo natish sanasi", "تاریخ ارسال"],
  "shipments.delivered_date": ["delivered", "delivered date", "date delivered", "delivered at", "actual delivery date", "фактическая дата доставки"],
  "shipments.carrier": ["ship mode", "ship via", "shipping method", "перевозчик", "перевізник", "тасымалдаушы", "tashuvchi", "حمل کننده"],
  "exchange_rates.rate_date": ["date", "rate date", "дата", "дата курса", "күні", "sana", "تاریخ"],
  "exchange_rates.rate": ["rate", "exchange", "exchange rate", "курс", "бағам", "kurs", "نرخ"],
  "invoices.invoice_id": ["документ", "bill no", "bill number", "номер", "номер счёта", "счёт", "number", "invoice number", "номер рахунку", "шот нөмірі", "hisob faktura", "شماره فاکتور", "فاکتور"],
  "invoices.issued_date": ["дата документа", "bill date", "date", "дата", "дата счёта", "invoice bill date", "invoice date", "تاریخ"],
  due_date: ["срок оплаты", "оплатить до", "строк оплати", "төлем мерзімі", "to lov muddati", "سررسید", "due date"],
  "invoices.amount": ["сумма", "сумма счета", "сумма рахунку", "total", "сума", "сома", "summa", "مبلغ", "сомасы"],
  "payments.payment_id": ["check number", "cheque number", "receipt number", "receipt no", "transaction id", "transaction number", "payment reference", "reference number", "номер", "номер платежа", "номер платёжки", "شماره پرداخت", "төлем нөмірі", "to lov raqami"],
  "payments.paid_date": ["date", "дата", "дата оплаты", "дата платежа", "дата оплати", "төлем күні", "to lov sanasi", "تاریخ پرداخت", "تاریخ", "paid at", "payment date", "payment received", "value date", "date of payment", "transaction date", "posting date", "booking date", "settled date", "settlement date", "clear date", "clearing date", "date paid", "paid date", "paid on", "created date utc", "created utc", "payment created"],
  "payments.amount": ["amount paid", "paid amount", "payment amount", "payment value", "сумма", "сумма платежа", "сума", "сома", "summa", "مبلغ", "сомасы"],
  invoice_id: ["счёт", "рахунок", "فاکتور"],
  "complaints.complaint_id": ["№ обращения", "№ жалобы", "№ претензии", "id", "номер", "номер обращения", "номер жалобы", "номер претензии", "номер рекламации", "обращение", "претензия", "рекламация", "номер звернення", "номер скарги", "рекламація", "шағым нөмірі", "өтініш нөмірі", "shikoyat raqami", "murojaat raqami", "شماره شکایت", "شماره تیکت", "ticket", "ticket id", "ticket number", "case", "case id", "case number", "complaint", "complaint no", "claim", "claim id", "claim number", "incident", "incident id", "issue id", "issue key"],
  "complaints.complaint_type": ["тип", "вид", "тип обращения", "тип жалобы", "тип претензии", "вид претензии", "причина", "тема", "категория", "тип звернення", "тип скарги", "вид скарги", "шағым түрі", "түрі", "shikoyat turi", "turi", "نوع شکایت", "نوع", "موضوع", "type", "issue", "issue type", "ticket type", "case type", "complaint type", "complaint category", "claim type", "category", "reason", "topic"],
  "complaints.opened_at": ["дата", "дата обращения", "дата жалобы", "дата претензии", "дата поступления", "дата создания", "дата регистрации", "создано", "дата звернення", "дата скарги", "түскен күні", "күні", "kelgan sana", "sana", "تاریخ ثبت", "تاریخ", "date", "opened", "opened on", "opened date", "open date", "date opened", "date received", "received", "received at", "created", "created at", "created on", "created date", "date created", "ticket created", "registered", "created time", "creation date", "creation time", "date submitted", "submitted at", "opened time"],
  "complaints.first_response_at": ["дата первого ответа", "первый ответ", "перша відповідь", "бірінші жауап", "birinchi javob", "اولین پاسخ", "first response time", "first response", "first reply", "first replied at", "initial response"],
  "complaints.closed_at": ["solved", "solved on", "дата закрытия", "закрыто", "дата решения", "закрита", "дата закриття", "жабылған күні", "yopilgan sana", "تاریخ بستن", "تاریخ رسیدگی", "closed", "closed on", "closed date", "date closed", "resolved", "resolved at", "resolved on", "resolution date", "solved at", "completed at", "resolved time", "resolved date", "closed time", "resolution time stamp", "date resolved", "дата завершения", "дата выполнения"],
  "complaints.severity": ["важность", "приоритет", "срочность", "пріоритет", "маңыздылығы", "muhimligi", "اولویت", "priority", "ticket priority", "severity", "urgency"],
  "complaints.description": ["описание", "текст", "содержание", "опис", "сипаттамасы", "tavsifi", "شرح", "ticket description", "consumer complaint narrative", "narrative", "details", "subject"],
  "complaints.outcome": ["результат", "решение", "итог", "рішення", "нәтижесі", "natija", "نتیجه", "resolution", "outcome", "result", "company response to consumer"],
  responsible_manager_id: ["ответственный", "исполнитель", "відповідальний", "виконавець", "жауапты", "mas ul", "مسئول", "assignee", "assigned to", "agent", "handler", "responsible", "agent assigned", "assigned agent", "agent name", "assignee name"],
  "complaints.client_id": ["customer email", "requester", "requester id", "requester email", "заявитель", "заявник", "өтініш беруші", "murojaatchi", "شاکی"],
  "returns.return_id": ["номер возврата", "возврат", "номер повернення", "қайтару нөмірі", "qaytarish raqami", "شماره مرجوعی", "return", "return number", "return no", "rma", "rma number", "credit note", "credit note number"],
  "returns.return_date": ["дата возврата", "дата повернення", "қайтарылған күні", "qaytarilgan sana", "تاریخ مرجوعی", "date of return", "returned at", "returned on", "date returned", "credit note date"],
  "returns.reason": ["причина", "причина возврата", "причина повернення", "себебі", "sababi", "علت", "دلیل مرجوعی", "reason", "return reason", "reason for return"],
  "returns.amount": ["сумма", "сумма возврата", "сума повернення", "қайтару сомасы", "qaytarish summasi", "مبلغ", "refund", "refund amount", "refunded", "return amount", "credit amount"],
  "surveys.survey_answer_id": ["response id", "answer id", "номер ответа", "номер анкеты", "respondent id", "номер відповіді", "жауап нөмірі", "javob raqami", "شماره پاسخ"],
  "surveys.score": ["score 0 10", "оценка 0 10", "оценка", "балл", "оцінка", "баға", "ball", "baho", "امتیاز", "score", "rating", "nps", "nps score", "csat", "satisfaction", "satisfaction score", "satisfaction rating"],
  "surveys.comment": ["комментарий", "отзыв", "коментар", "відгук", "пікір", "izoh", "fikr", "نظر", "comment", "comments", "feedback", "review", "verbatim"],
  "surveys.answered_date": ["дата ответа", "дата", "дата відповіді", "жауап күні", "javob sanasi", "تاریخ پاسخ", "response date", "answered at", "submitted at", "submitted on", "date"],
  "surveys.wave": ["волна", "опрос", "период", "хвиля", "толқын", "to lqin", "دوره", "wave", "survey", "period", "campaign"],
  "surveys.question": ["вопрос", "питання", "сұрақ", "savol", "سؤال", "question", "metric"],
  "interactions.interaction_id": ["visit id", "meeting id", "визит", "номер звонка", "engagement id", "activity id", "call id"],
  "interactions.channel": ["тип", "вид", "engagement type", "kind", "type", "activity type", "interaction type", "call type"],
  "interactions.done_at": ["дата и время", "дата и время звонка", "date and time", "call date", "call time", "visit date", "meeting date", "дата визита", "дата встречи", "дата дзвінка", "қоңырау күні", "qo ng iroq sanasi", "تاریخ تماس", "дата", "interaction date", "activity date", "call start time", "hs timestamp", "timestamp", "дата звонка", "datestamp", "call datetime", "date of call", "call timestamp", "начало разговора", "время звонка", "дата вызова", "started at", "call started"],
  "interactions.planned_at": ["start time", "дата начала", "planned"],
  "interactions.subject": ["тема", "title", "hs email subject", "topic", "subject"],
  "interactions.result": ["результат", "итог", "meeting outcome", "outcome"],
  "contracts.contract_id": ["номер договора", "договор", "№ договора", "код договора", "номер договору", "договір", "шарт нөмірі", "келісімшарт", "shartnoma raqami", "shartnoma", "شماره قرارداد", "قرارداد", "contract number", "contract no", "agreement", "agreement number", "subscription id", "subscription", "номер", "number", "id", "شماره", "raqam", "нөмір"],
  "contracts.name": ["предмет договора", "предмет", "наименование", "название", "предмет договору", "шарт мәні", "shartnoma mavzusi", "موضوع قرارداد", "contract name", "subject", "title", "plan"],
  "contracts.kind": ["вид договора", "тип договора", "вид", "тип", "вид договору", "шарт түрі", "shartnoma turi", "نوع قرارداد", "contract type", "type", "kind"],
  "contracts.start_date": ["дата начала", "начало", "действует с", "дата договора", "дата заключения", "дата початку", "діє з", "басталу күні", "boshlanish sanasi", "amal qilish boshi", "تاریخ شروع", "شروع", "start date", "start", "valid from", "effective date", "contract start date"],
  "contracts.end_date": ["дата окончания", "окончание", "действует до", "действует по", "срок действия", "дата закінчення", "діє до", "аяқталу күні", "tugash sanasi", "amal qilish oxiri", "تاریخ پایان", "پایان", "end date", "end", "valid to", "valid until", "expiry date", "expiration date", "contract end date"],
  renewal_months: ["срок продления месяцев", "продление месяцев", "пролонгация мес", "період продовження", "ұзарту айлары", "uzaytirish oylari", "ماه های تمدید", "renewal months", "renewal term", "contract term months", "term months"],
  monthly_amount: ["сумма в месяц", "ежемесячный платёж", "абонентская плата", "щомісячний платіж", "айлық төлем", "oylik to lov", "مبلغ ماهانه", "monthly amount", "monthly fee", "monthly recurring revenue", "mrr"],
  cancelled_date: ["дата расторжения", "расторгнут", "дата отмены", "дата розірвання", "бұзылған күні", "bekor qilingan sana", "تاریخ فسخ", "تاریخ لغو", "cancelled date", "canceled at", "cancelled at", "cancellation date", "termination date"],
  service_due_date: ["дата обслуживания", "следующее обслуживание", "дата наступного обслуговування", "келесі қызмет күні", "keyingi xizmat sanasi", "تاریخ سرویس بعدی", "next service date", "service due date"],
  "absences.manager_id": ["сотрудник", "работник", "табельный номер", "фио", "співробітник", "працівник", "табельний номер", "қызметкер", "xodim", "کارمند", "نام کارمند", "employee", "employee id", "employee number", "personnel number", "pers no"],
  "absences.first_date": ["с", "дата с", "начало", "дата начала", "начало отсутствия", "з", "дата початку", "початок", "басталуы", "басталу күні", "boshlanishi", "boshlanish sanasi", "از", "از تاریخ", "تاریخ شروع", "from", "date from", "start", "start date", "first day"],
  "absences.last_date": ["по", "дата по", "до", "окончание", "дата окончания", "конец отсутствия", "дата закінчення", "кінець", "аяқталуы", "аяқталу күні", "tugashi", "tugash sanasi", "تا", "تا تاریخ", "تاریخ پایان", "to", "date to", "end", "end date", "last day"],
  "absences.reason": ["причина", "вид отсутствия", "вид отпуска", "тип отсутствия", "причина відсутності", "вид відпустки", "себебі", "sababi", "ta til turi", "علت", "نوع مرخصی", "reason", "absence type", "leave type", "time off type", "type"],
  plan_month: ["month", "year month", "plan month", "месяц", "период", "місяць", "ай", "oy", "ماه"],
  "sales_plans.sales_plan_id": ["код плана"],
  "sales_plans.version": ["версия", "план версия", "нұсқа", "versiya", "نسخه"],
  "sales_plans.approved_date": ["утверждён", "дата утверждения", "затверджено"],
  "invoices.client_id": ["contact name"],
  "campaigns.campaign_id": ["campaign id", "unique id"],
  "orders.status": ["estado", "statut", "durum"],
  "sales_plans.amount": ["план руб", "план сумма", "план продаж", "план продажу", "target amount", "quota", "sales target", "plan", "budget", "план сумма ₽", "план", "сумма плана", "жоспар", "reja", "برنامه", "target"],
};

/** `№` and `№ п/п` over a column number the rows of a report, and nothing in the system. */
const rowNumbers: ReadonlySet<string> = new Set(["no", "no п п", "п п", "row", "ردیف"]);

const columnsByName = listByName();

/** Says how sure a name of an export is that of a column: 1 for this entity, less for any; undefined where it is not known. */
export function knownName(entity: string, name: string, column: string): number | undefined {
  const plain = plainName(name);
  if (rowNumbers.has(plain)) return 0;
  const columns = columnsByName.get(plain);
  if (columns?.has(`${entity}.${column}`)) return 1;
  return columns?.has(column) ? 0.95 : undefined;
}

/** A name without what systems put before all of theirs, and without marks: `property_dealname` is `dealname`. */
export function plainName(name: string): string {
  const words = foldName(name)
    .replaceAll("ё", "е")
    .split(/[^\p{L}\d%№]+/u)
    .filter((word) => word !== "");
  return words.join(" ").replace(/^(?:property|do not modify) /, "");
}

function listByName(): ReadonlyMap<string, ReadonlySet<string>> {
  const columns = new Map<string, Set<string>>();
  for (const [column, known] of Object.entries(names)) {
    for (const name of known) {
      const plain = plainName(name);
      const found = columns.get(plain) ?? new Set();
      columns.set(plain, found.add(column));
    }
  }
  return columns;
}

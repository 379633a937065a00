import { withoutCurrency } from "./currencies.ts";
import { spaceWords } from "./match-columns.ts";
import { plainName } from "./synonyms.ts";

/** What came in, and what went out, as statements of accounts call columns and rows. */
const cameIn =
  "credits?|cr|пополнени[ея]|deposits?|paid in|money in|inflows?|incoming|incomes?|received|receipts?|haben|gutschrift|kredit|crédits?|creditos?|créditos?|abonos?|haber|ingresos?|entradas?|avere|accrediti|entrate|alacak|giren|uznani[ae]|wpływy|приход|поступлени[ея]|поступило|кредиту?|зачислено|зачислени[ея]|входящий|кт|надходження|зараховано|кіріс|түсім|kirim|tushum|bij|bevétel|واریز|واریزی|بستانکار|收入|贷方(?:发生额|金额)?|入金(?:金額)?|お預り金額";
const wentOut =
  "debits?|dr|withdrawals?|paid out|money out|outflows?|outgoing|expenses?|spent|payments? out|soll|lastschrift|belastung|débits?|debitos?|débitos?|cargos?|debe|gastos?|salidas?|saídas?|dare|addebiti|uscite|borç|çıkan|obciążeni[ae]|wydatki|расход|списани[ея]|списано|дебету?|исходящий|дт|списання|списано|витрати|шығыс|chiqim|af|kiadás|برداشت|بدهکار|支出|借方(?:发生额|金额)?|出金(?:金額)?|お支払金額";
const around = (words: string) =>
  `(?:(?:amount|amt|sum|сумма|сума|turnovers?|обороты?|мөлшері|مبلغ)(?: (?:по|of|за))? )?(?:${words})(?: (?:${words}))?(?: (?:amount|amt|sum|value|сумма|оборот|сума|betrag|summasi|сомасы|مبلغ))?`;

/** Words of a column that tells of each amount whether it came or went. */
export const inWord = new RegExp(`^(?:${cameIn}|c|k|h|in|\\+)(?: (?:платеж|payment))?$`, "iu");
/** Words, signs and letters that mark a movement as money that went out. */
export const outWord = new RegExp(`^(?:${wentOut}|d|s|out|-)(?: (?:платеж|payment))?$`, "iu");

const inColumn = new RegExp(`^${around(`${cameIn}|in`)}$`, "iu");
const outColumn = new RegExp(`^${around(`${wentOut}|out`)}$`, "iu");
const balance =
  /(?<!\p{L})(?:balance|saldo|solde|остаток|баланс|залишок|bakiye|қалдық|qoldiq|مانده|余额|残高)(?!\p{L})/iu;
const amount =
  /^(?:(?:transaction |net |booked |payment )?amount|amt|sum|value|betrag|umsatz|bedrag|montant|importe|importo|valor|quantia|tutar|işlem tutarı|kwota(?: operacji| transakcji)?|сумма(?: операции| платежа| в валюте счета| транзакции)?|сума(?: операції| платежу)?|сома|сомасы|summa|مبلغ|金额|交易金额|金額)$/iu;

/** Who sent money that came in; before those who stand on either side. */
const payer =
  /^(?:(?:наименование |название |имя )?(?:плательщика?|отправител[ья])(?: наименование| название)?|payer(?: name)?|sender(?: name)?|remitter(?: name)?|ordering party|debtor(?: name)?|auftraggeber|zahlungspflichtiger|donneur d ordre|ordenante|ordinante|mittente|remetente|pagador|nadawca|gönderen|ödeyen|(?:назва )?(?:платника?|відправника?)|жіберуші|төлеуші|to lovchi|yuboruvchi|(?:نام )?(?:واریز کننده|پرداخت کننده)|付款人|付款方(?:名称)?)$/iu;
const other =
  /^(?:(?:наименование |название )?контрагента?(?: наименование| название)?|(?:назва )?(?:контрагента?|кореспондента?)|(?:наименование )?корреспондента?|counter ?part(?:y|ie)(?: name)?|name (?:of )?counter ?party|partner(?: name)?|payee(?: payer)?|payer payee|beneficiary remitter|remitter beneficiary|name|merchant(?: name)?|(?:beg(?:ue|ü)nstigter?|empf(?:ae|ä)nger(?:in)?) ?(?:zahlungspflichtiger?|auftraggeber|einzahler)|auftraggeber (?:beg(?:ue|ü)nstigter?|empf(?:ae|ä)nger)|name zahlungsbeteiligter|naam tegenpartij|tegenpartij(?: naam)?|naam omschrijving|contrepartie|tiers|nom du tiers|ordenante beneficiario|beneficiario ordenante|contraparte|controparte|nadawca odbiorca|odbiorca nadawca|(?:dane |nazwa )?kontrahenta?|karşı taraf|контрагент атауы|kontragent(?: nomi)?|طرف حساب|نام طرف|对方户名|对方名称|交易对方)$/iu;
const taxNumber = (role: string) =>
  new RegExp(
    `^(?:(?:инн|бин|иин|бин иин|иин бин|(?:код )?єдрпоу|жсн|бсн|stir|inn)(?: (?:${role}))|(?:${role}) (?:инн|бин|иин|бин иин|єдрпоу))$`,
    "iu",
  );
const payerTax = taxNumber("плательщика?|отправител[ья]|платника?|төлеуші|to lovchi");
const otherTax = taxNumber("контрагента?|кореспондента?|корреспондента?|kontragent");
const bareTax = /^(?:инн|бин|иин|бин иин|иин бин|(?:код )?єдрпоу|stir)$/iu;
const ownId =
  /^(?:(?:bank |unique )?(?:transaction|operation|payment)(?: (?:id|identifier|reference|ref))|tx ?id|trn|fit ?id|entry reference|id|ид|(?:идентификатор|id|уникальный номер) (?:операции|транзакции|платежа)|ідентифікатор (?:операції|транзакції|платежу)|交易(?:流水号|订单号)|流水号)$/iu;
const reference =
  /^(?:reference(?: no| number)?|ref(?: no| number)?|chq ref no|cheque (?:no|number)|document (?:no|number)|(?:№|номер)(?: (?:док|документа|платежного документа|п п|операции|платежа))?|документ|kundenreferenz(?: end to end)?|end to end(?: id| reference| referenz)?|referenz|referencia|référence|riferimento|referans(?: no)?|numer|құжат нөмірі|hujjat raqami|شماره سند|شماره پیگیری|凭证号|摘要代码)$/iu;
const purpose =
  /^(?:(?:payment |transaction )?(?:description|details|narrative|narration|memo|purpose|remarks?|particulars|text|note)|purpose of payment|назначение(?: платежа)?|описание(?: операции)?|основание|призначення(?: платежу)?|verwendungszweck|buchungstext|vwz|mededelingen|omschrijving|libell[ée]|concepto|descripción|causale|descrizione|histórico|descrição|açıklama|tytuł(?: operacji| przelewu)?|opis(?: operacji)?|төлем мақсаты|to lov maqsadi|شرح|摘要|附言|用途|摘要内容)$/iu;

/** What names of columns say in statements of accounts. */
export const roles = {
  inColumn,
  outColumn,
  balance,
  amount,
  payer,
  other,
  payerTax,
  otherTax,
  bareTax,
  ownId,
  reference,
  purpose,
} as const;

/** A name in plain words, as the shapes above know them: without the currency it ends with. */
export function plainRole(name: string): string {
  return plainName(spaceWords(withoutCurrency(name)));
}

/** Money that comes into an account and is no sale: what the account or the bank itself turns over. */
export const ofAccount =
  /\bfees?\b|\binterest\b|transfer between|own (?:account|transfer)|internal transfer|payout|cash ?back|chargeback|комисси|процент|между счетами|собственных средств|внутренний перевод|кэшб[еэ]к|займ|кредитн|комісі|відсотк|власних коштів|\bzins|gebühr|abschluss|entgelt|intérêts|intereses|interessi|faiz|prowizj|odsetk|комиссия|сыйақы|foiz|کارمزد|سود/iu;

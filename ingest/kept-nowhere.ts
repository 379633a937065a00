import { type ColumnGuess, namesDay } from "./guess.ts";
import { spaceWords } from "./match-columns.ts";
import { plainRole, roles } from "./statement-names.ts";
import { plainName } from "./synonyms.ts";

/** Asks what a table holds that Karavan keeps nowhere, though names of its columns would do for an entity; undefined for others. */
export function askOfUnkept(columns: readonly ColumnGuess[]): string | undefined {
  if (listsAccounts(columns)) return accountsQuestion;
  return tellsAdvertising(columns) ? advertisingQuestion : undefined;
}

/** What is asked of costs of advertising by day. */
const advertisingQuestion =
  "Is this what advertising cost by day? Karavan keeps one cost for each campaign, so nothing is proposed: export the report by campaign for its whole time, without days, and map its cost to campaigns.fixed_cost_amount.";

/** What is asked of a list of accounts at banks. */
const accountsQuestion =
  "Are these accounts at banks, with what stands on each? Karavan keeps none, so nothing is proposed. If each row is a client, name entity: clients and its columns; payments come from statements of the accounts.";

/**
 * Tells whether a table lists accounts at banks: what stands on each, beside the bank or the currency, without a day, and without
 * what cards of clients have. Their numbers and names are those of no client.
 */
function listsAccounts(columns: readonly ColumnGuess[]): boolean {
  if (columns.some(({ type }) => type === "date" || type === "timestamp")) return false;
  const has = (shape: RegExp) => columns.some(({ name, type }) => type !== "empty" && shape.test(plainRole(name)));
  const isHeld = columns.some(({ name, type }) => type === "number" && roles.balance.test(plainRole(name)));
  return isHeld && has(account) && has(bankOrCurrency) && !has(cardOnly);
}

/** Tells whether rows are what advertising cost and reached by day: shown and clicked, a cost and a day. */
function tellsAdvertising(columns: readonly ColumnGuess[]): boolean {
  const has = (shape: RegExp) =>
    columns.some(({ name, type }) => type !== "empty" && shape.test(plainName(spaceWords(name))));
  const isDaily = columns.some(
    ({ name, type }) =>
      (type === "date" || type === "timestamp") && (namesDay(name) || reportDay.test(plainName(spaceWords(name)))),
  );
  return isDaily && has(adShown) && has(adClicked) && has(adCost);
}

/** What reports of advertising call their day. */
const reportDay = /^(?:reporting starts|kun|روز|día|jour|gün)$/u;
const adShown =
  /(?<!\p{L})(?:impressions?|impr|views|показы|покази|показов|көрсетілімдер|ko rsatishlar|نمایش|impressionen|impresiones|impressões|gösterim(?:ler)?|wyświetlenia)(?!\p{L})/u;
const adClicked =
  /(?<!\p{L})(?:clicks?|link clicks|клики|кліки|кликов|басулар|bosishlar|کلیک|klicks?|clics?|cliques|tıklama(?:lar)?|kliknięcia)(?!\p{L})/u;
const adCost =
  /(?<!\p{L})(?:cost|costs|spend|spent|amount spent|расход|расходы|затраты|стоимость|витрати|шығын|xarajat|هزینه|kosten|ausgaben|gasto|coste|costo|custo|coût|maliyet|harcama|koszt)(?!\p{L})/u;

const account =
  /(?<!\p{L})(?:accounts?|iban|konto(?:nummer)?|compte|cuenta|conta|conto|rachun(?:ek|ku)|hesap|(?:р|расч[её]тн\p{L}*) ?(?:с|сч[её]т\p{L}*)|сч[её]та?|рахун(?:ок|ку)|шот|есепшот|hisob\p{L}*|حساب)(?!\p{L})|账户|账号|口座/iu;
const bankOrCurrency =
  /(?<!\p{L})(?:bank|банк|banka|banco|banque|banca|بانک|bic|swift|бик|мфо|mfo|бск|currency|валюта|валюты|währung|devise|moneda|moeda|valuta|waluta|para birimi|valyuta|ارز)(?!\p{L})|银行|币种|銀行|通貨/iu;
const cardOnly =
  /(?<!\p{L})(?:e ?mail|phone|telephone|mobile|tel|телефон\p{L}*|почта|пошта|tax|vat|инн|иин|бин|єдрпоу|stir|жсн|бсн|تلفن|ایمیل|contact|city|город|address|адрес|birth\p{L}*)(?!\p{L})/iu;

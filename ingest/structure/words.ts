import { foldName } from "../header.ts";

/** Words that begin a line of totals, folded; longer ones first where one begins another. */
export const totalWords: readonly string[] = [
  "общий итог",
  "итоговая сумма",
  "итого",
  "итоги",
  "итог",
  "всего",
  "обороты",
  "оборот",
  "разом",
  "усього",
  "всього",
  "підсумок",
  "барлығы",
  "жиыны",
  "қорытынды",
  "айналым",
  "жами",
  "jami",
  "umumiy",
  "aylanma",
  "جمع کل",
  "جمع",
  "مجموع",
  "المجموع",
  "گردش",
  "grand total",
  "subtotal",
  "sub-total",
  "total",
  "totals",
  "turnover",
  "sum",
  "gesamtsumme",
  "gesamt",
  "zwischensumme",
  "summe",
  "toplam",
  "genel toplam",
  "ara toplam",
  "razem",
  "suma",
  "totale",
  "totaal",
  "totaux",
  "合计",
  "总计",
  "小计",
  "合計",
  "総計",
];

/** Words that begin a line which tells what an account held before or behind the rows, folded. It is no sum of them. */
export const balanceWords: readonly string[] = [
  "исходящий остаток",
  "входящий остаток",
  "исходящее сальдо",
  "входящее сальдо",
  "начальный остаток",
  "конечный остаток",
  "остаток на",
  "сальдо",
  "вихідний залишок",
  "вхідний залишок",
  "вихідне сальдо",
  "вхідне сальдо",
  "залишок на",
  "opening balance",
  "closing balance",
  "beginning balance",
  "starting balance",
  "ending balance",
  "balance brought forward",
  "balance carried forward",
  "balance b/f",
  "balance c/f",
  "anfangssaldo",
  "endsaldo",
  "kontostand",
  "saldo",
  "solde",
  "açılış bakiyesi",
  "kapanış bakiyesi",
  "devreden bakiye",
  "бастапқы қалдық",
  "соңғы қалдық",
  "кіріс қалдық",
  "шығыс қалдық",
  "boshlang'ich qoldiq",
  "oxirgi qoldiq",
  "qoldiq",
  "مانده",
  "期初余额",
  "期末余额",
];

/** Finds the word that a text begins with, not counting the beginnings of longer words. */
export function beginsWith(text: string, words: readonly string[]): string | undefined {
  const folded = foldName(text);
  return words.find((word) => folded.startsWith(word) && !/^[\p{L}\p{N}]/u.test(folded.slice(word.length)));
}

/** Tells whether a row tells what an account held. */
export function tellsBalance(cells: readonly string[]): boolean {
  return beginsWith(cells.find((cell) => cell.trim() !== "") ?? "", balanceWords) !== undefined;
}

/** What a text after a word of totals says when it counts rows. */
export const countedRows = /(?:строк|запис|позици|документ|рядк|қатор|жол|qator|yozuv|ردیف|rows?|records?|lines?)/iu;

/** Number of a page, as report writers put it between rows. */
export const pageNumber =
  /^(?:стр(?:аница|\.)?|лист|сторінка|бет|sahifa|صفحه|page)\s*(?:№|n|#)?\s*\d+(?:\D{1,8}\d+)?$/iu;

/** `(3 rows)`: what command-line clients write below a table. */
export const rowsBelow = /^\((\d+)\s+(?:rows?|строк[аи]?)\)$/iu;

/** A line drawn with signs. */
export const drawnLine = /^[\s;,|\t+"']*(?:[-=_*─━═]{2,}[\s;,|\t+"'-]*)+$/u;

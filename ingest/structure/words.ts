/** Words that begin a line of totals, folded; longer ones first where one begins another. */
export const totalWords: readonly string[] = [
  "общий итог",
  "итоговая сумма",
  "итого",
  "итог",
  "всего",
  "разом",
  "усього",
  "всього",
  "барлығы",
  "жиыны",
  "жами",
  "jami",
  "umumiy",
  "جمع کل",
  "جمع",
  "مجموع",
  "grand total",
  "subtotal",
  "sub-total",
  "total",
  "totals",
  "sum",
];

/** What a text after a word of totals says when it counts rows. */
export const countedRows = /(?:строк|запис|позици|документ|рядк|қатор|жол|qator|yozuv|ردیف|rows?|records?|lines?)/iu;

/** Number of a page, as report writers put it between rows. */
export const pageNumber =
  /^(?:стр(?:аница|\.)?|лист|сторінка|бет|sahifa|صفحه|page)\s*(?:№|n|#)?\s*\d+(?:\D{1,8}\d+)?$/iu;

/** `(3 rows)`: what command-line clients write below a table. */
export const rowsBelow = /^\((\d+)\s+(?:rows?|строк[аи]?)\)$/iu;

/** A line drawn with signs. */
export const drawnLine = /^[\s;,|\t+"']*(?:[-=_*─━═]{2,}[\s;,|\t+"'-]*)+$/u;

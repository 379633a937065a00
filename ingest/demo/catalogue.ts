import { point } from "./amounts.ts";
import type { Product } from "./company.ts";
import { itemAt } from "./random.ts";
import type { Tables } from "./tables.ts";
import { categories, directions } from "./vocabulary.ts";
import { escapeXml } from "./workbook.ts";

/**
 * Writes what the ERP sends to the shop (CommerceML 2): the catalogue, and the offers with their prices. Each file knows
 * a part of every product.
 */
export function writeCatalogue(tables: Tables, products: readonly Product[]): void {
  const rows = products.length;
  const place = { source: "erp", entity: "products" } as const;
  tables.addDocument({ ...place, file: "import.xml" }, { text: catalogue(products), rows, format: "xml" });
  tables.addDocument(
    { ...place, file: "offers.xml" },
    { text: offers(products), rows, format: "xml", isRepetition: true },
  );
}

const head =
  '<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07" ДатаФормирования="2026-10-31T20:00:00">\n';
const tail = "</КоммерческаяИнформация>\n";

function catalogue(products: readonly Product[]): string {
  const groups = categories.map(
    ({ name }, index) => `<Группа><Ид>g${index + 1}</Ид><Наименование>${escapeXml(name)}</Наименование></Группа>\n`,
  );
  const goods = products.map(({ code, sku, name, category, direction, unit }) =>
    [
      `<Товар>\n<Ид>${code}</Ид>\n<Артикул>${sku}</Артикул>\n<Наименование>${escapeXml(name)}</Наименование>\n`,
      `<БазоваяЕдиница>${escapeXml(unit)}</БазоваяЕдиница>\n<Группы><Ид>g${category + 1}</Ид></Группы>\n`,
      `<ЗначенияРеквизитов>\n${property("ВидНоменклатуры", itemAt(categories, category).name)}`,
      `${property("Направление", itemAt(directions, direction))}</ЗначенияРеквизитов>\n</Товар>\n`,
    ].join(""),
  );
  return `${head}<Классификатор>\n<Ид>k1</Ид>\n<Наименование>Классификатор</Наименование>\n<Группы>\n${groups.join("")}</Группы>\n</Классификатор>
<Каталог СодержитТолькоИзменения="false">\n<Ид>k1</Ид>\n<Наименование>Каталог</Наименование>\n<Товары>\n${goods.join("")}</Товары>\n</Каталог>\n${tail}`;
}

function property(name: string, value: string): string {
  return `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${escapeXml(value)}</Значение></ЗначениеРеквизита>\n`;
}

function offers(products: readonly Product[]): string {
  const listed = products.map(
    ({ code, name, price, cost }) =>
      `<Предложение>\n<Ид>${code}</Ид>\n<Наименование>${escapeXml(name)}</Наименование>\n<Цены>\n${priceOf("list", price)}${priceOf("cost", cost)}</Цены>\n</Предложение>\n`,
  );
  return `${head}<ПакетПредложений СодержитТолькоИзменения="false">\n<Ид>k1#</Ид>\n<Предложения>\n${listed.join("")}</Предложения>\n</ПакетПредложений>\n${tail}`;
}

function priceOf(type: string, kopecks: number): string {
  return `<Цена><ИдТипаЦены>${type}</ИдТипаЦены><ЦенаЗаЕдиницу>${point(kopecks)}</ЦенаЗаЕдиницу><Валюта>руб</Валюта></Цена>\n`;
}

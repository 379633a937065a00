import { closeSync, openSync, writeSync } from "node:fs";

const megabyte = 1_048_576;

/** Writes orders as CommerceML, and the same as one JSON document, each of the size given; the last record may exceed it. */
export function writeNestedFiles(xml: string, json: string, megabytes: number): void {
  write(
    xml,
    megabytes,
    '<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ВерсияСхемы="2.08">\n',
    orderXml,
    "</КоммерческаяИнформация>\n",
  );
  write(json, megabytes, '{"data": {"orders": [\n', (id) => `${id > 1 ? ",\n" : ""}${orderJson(id)}`, "\n]}}\n");
}

function write(path: string, megabytes: number, begin: string, record: (id: number) => string, end: string): void {
  const file = openSync(path, "w");
  let bytes = writeSync(file, begin);
  for (let id = 1; bytes < megabytes * megabyte; ) {
    let held = "";
    for (; held.length < megabyte / 2; id += 1) held += record(id);
    bytes += writeSync(file, held);
  }
  writeSync(file, end);
  closeSync(file);
}

function orderXml(id: number): string {
  const line = (at: number) => `      <Товар>
        <Ид>product-${(id * at) % 5000}</Ид>
        <Наименование>Чай чёрный &quot;Сад&quot;, ${at} упаковок</Наименование>
        <БазоваяЕдиница Код="796" НаименованиеПолное="Штука">шт</БазоваяЕдиница>
        <ЦенаЗаЕдиницу>${100 + at}.50</ЦенаЗаЕдиницу>
        <Количество>${at}</Количество>
        <Сумма>${(100.5 + at) * at}</Сумма>
      </Товар>
`;
  return `  <Документ>
    <Ид>${id}</Ид>
    <Номер>${id}</Номер>
    <Дата>2025-02-${String(1 + (id % 28)).padStart(2, "0")}</Дата>
    <ХозОперация>Заказ товара</ХозОперация>
    <Роль>Продавец</Роль>
    <Валюта>руб</Валюта>
    <Сумма>1000.00</Сумма>
    <Контрагенты><Контрагент><Ид>client-${id % 3000}</Ид><Наименование>ООО «Ромашка ${id % 3000}»</Наименование><Роль>Покупатель</Роль></Контрагент></Контрагенты>
    <Товары>
${[1, 2, 3].map(line).join("")}    </Товары>
    <ЗначенияРеквизитов>
      <ЗначениеРеквизита><Наименование>Отменен</Наименование><Значение>false</Значение></ЗначениеРеквизита>
      <ЗначениеРеквизита><Наименование>Статус заказа</Наименование><Значение>Принят</Значение></ЗначениеРеквизита>
    </ЗначенияРеквизитов>
  </Документ>
`;
}

function orderJson(id: number): string {
  const lines = [1, 2, 3].map((at) => ({
    product: `product-${(id * at) % 5000}`,
    name: `Чай чёрный "Сад", ${at}`,
    quantity: at,
    price: 100.5 + at,
  }));
  return JSON.stringify({
    id,
    date: `2025-02-${String(1 + (id % 28)).padStart(2, "0")}`,
    client: { id: `client-${id % 3000}`, name: `ООО «Ромашка ${id % 3000}»` },
    lines,
    status: "Принят",
    total: 1000,
  });
}

/** Words the demo company is made of. Letters stay within windows-1251, so that the ERP can be written in it. */

/** A sales region: what its clients are called, where they are and what they pay in. */
export interface Region {
  readonly name: string;
  readonly country: string;
  readonly share: number;
  readonly cities: readonly string[];
  readonly form: readonly string[];
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly currencies: readonly string[];
  readonly phone: string;
  readonly domain: string;
}

// biome-ignore format: word lists and tables read best filled
const russianFirst = [
  "Север", "Восток", "Альфа", "Гранд", "Волга", "Урал", "Дельта", "Мега", "Орион", "Родник", "Арсенал", "Вектор",
  "Горизонт", "Империя", "Кедр", "Лидер", "Магистраль", "Прогресс", "Рассвет", "Сатурн", "Титан", "Уют", "Феникс",
  "Эталон", "Янтарь", "Балтика", "Витязь", "Глобал", "Исток", "Меридиан",
];
// biome-ignore format: word lists and tables read best filled
const russianSecond = [
  "Строй", "Торг", "Снаб", "Дом", "Маркет", "Сервис", "Опт", "Ресурс", "Монтаж", "Инвест", "Техно", "Комплект",
  "Проект", "Пром", "Деталь", "Логистик", "Центр", "Союз",
];

const russian = {
  country: "Россия",
  form: ["ООО", "ООО", "ООО", "АО", "ИП"],
  currencies: ["RUB"],
  phone: "+79",
  domain: "ru.example",
};
const rusWords = { first: russianFirst, second: russianSecond };

/** Sales regions, with the share of clients in each. */
// biome-ignore format: word lists and tables read best filled
export const regions: readonly Region[] = [
  { name: "Москва", share: 0.31, cities: ["Москва", "Москва", "Москва", "Химки", "Подольск", "Мытищи"], ...russian, ...rusWords },
  { name: "Санкт-Петербург", share: 0.18, cities: ["Санкт-Петербург", "Санкт-Петербург", "Гатчина", "Выборг"], ...russian, ...rusWords },
  { name: "Казань", share: 0.13, cities: ["Казань", "Казань", "Набережные Челны", "Самара", "Ульяновск"], ...russian, ...rusWords },
  { name: "Екатеринбург", share: 0.14, cities: ["Екатеринбург", "Екатеринбург", "Челябинск", "Пермь", "Тюмень"], ...russian, ...rusWords },
  {
    name: "Алматы", country: "Казахстан", share: 0.11, cities: ["Алматы", "Алматы", "Астана", "Шымкент"],
    form: ["ТОО", "ТОО", "ТОО", "АО", "ИП"], currencies: ["KZT", "KZT", "KZT", "RUB"], phone: "+77", domain: "kz.example",
    first: ["Алатау", "Каспий", "Хан-Тенгри", "Жетысу", "Сарыарка", "Тулпар", "Байтерек", "Алтын", "Достык", "Номад", "Самал", "Иртыш"],
    second: ["Трейд", "Строй", "Снаб", "Сауда", "Сервис", "Опт", "Инвест", "Курылыс", "Групп", "Маркет"],
  },
  {
    name: "Ташкент", country: "Узбекистан", share: 0.07, cities: ["Ташкент", "Ташкент", "Самарканд", "Бухара"],
    form: ["MChJ", "MChJ", "MChJ", "XK", "YaTT"], currencies: ["USD", "USD", "RUB"], phone: "+9989", domain: "uz.example",
    first: ["Registon", "Chorsu", "Buyuk Yo'l", "Oltin", "Sharq", "Navro'z", "Zarafshon", "Humo", "Samarqand", "Yulduz", "Bahor", "Tong"],
    second: ["Savdo", "Qurilish", "Biznes", "Invest", "Servis", "Trade", "Ta'minot", "Market", "Texno", "Grand"],
  },
  {
    name: "Киев", country: "Украина", share: 0.06, cities: ["Киев", "Киев", "Львов", "Одесса", "Днепр"],
    form: ["ТОВ", "ТОВ", "ТОВ", "ПП", "ФОП"], currencies: ["EUR", "EUR", "RUB"], phone: "+3809", domain: "ua.example",
    first: ["Дніпро", "Карпати", "Калина", "Січ", "Зоря", "Світанок", "Поділля", "Волинь", "Київ", "Джерело", "Лелека", "Явір"],
    second: ["Буд", "Торг", "Постач", "Сервіс", "Маркет", "Інвест", "Комплект", "Центр", "Гуртівня", "Дім"],
  },
];

// biome-ignore format: word lists and tables read best filled
export const nameTails = ["", "", " Плюс", " Групп", "-М", " 2000", " и Ко"] as const;

// biome-ignore format: word lists and tables read best filled
export const industries = [
  "Строительство", "Розничная торговля", "Производство", "Гостиницы и кафе", "Образование", "ЖКХ",
  "Сельское хозяйство",
] as const;
// biome-ignore format: word lists and tables read best filled
export const sizes = ["до 15", "16-100", "101-250", "более 250"] as const;

// biome-ignore format: word lists and tables read best filled
export const surnames = [
  "Иванов", "Смирнов", "Кузнецов", "Попов", "Соколов", "Лебедев", "Козлов", "Новиков", "Морозов", "Петров",
  "Волков", "Зайцев", "Павлов", "Семёнов", "Голубев", "Виноградов", "Богданов", "Воробьёв", "Фёдоров",
  "Михайлов", "Беляев", "Тарасов", "Белов", "Комаров", "Орлов", "Киселёв", "Макаров", "Андреев", "Ахметов",
  "Каримов", "Рахимов", "Шевченко", "Бондаренко",
] as const;
// biome-ignore format: word lists and tables read best filled
export const maleNames = [
  "Алексей", "Дмитрий", "Сергей", "Андрей", "Иван", "Михаил", "Тимур", "Руслан", "Олег", "Павел", "Артём",
  "Марат",
] as const;
// biome-ignore format: word lists and tables read best filled
export const femaleNames = [
  "Анна", "Елена", "Ольга", "Наталья", "Мария", "Ирина", "Светлана", "Алия", "Динара", "Оксана", "Татьяна",
  "Юлия",
] as const;
// biome-ignore format: word lists and tables read best filled
export const positions = [
  "Директор", "Начальник отдела закупок", "Закупщик", "Главный инженер", "Бухгалтер", "Завхоз",
] as const;

/** Carriers with their share of deliveries and their true probability of being late. One is bad. */
// biome-ignore format: word lists and tables read best filled
export const carriers = [
  { name: "Собственный транспорт", share: 0.34, late: 0.03 },
  { name: "СеверТранс", share: 0.22, late: 0.05 },
  { name: "Быстрая Линия", share: 0.18, late: 0.06 },
  { name: "Волга-Карго", share: 0.14, late: 0.07 },
  { name: "Восток-Карго", share: 0.12, late: 0.36 },
] as const;
export const lateCarrier = "Восток-Карго";

export interface Category {
  readonly name: string;
  readonly direction: string;
  readonly unit: string;
  readonly items: readonly (readonly [name: string, price: number])[];
  readonly variants: readonly (readonly [name: string, factor: number])[];
}

/** Twelve categories in six directions; each item comes in each variant. Prices in roubles. */
// biome-ignore format: word lists and tables read best filled
export const categories: readonly Category[] = [
  { name: "Сухие смеси", direction: "Стройматериалы", unit: "меш", variants: [["25 кг", 1], ["30 кг", 1.15], ["5 кг", 0.32]],
    items: [["Штукатурка гипсовая", 420], ["Шпатлёвка финишная", 510], ["Клей плиточный", 460], ["Наливной пол", 640], ["Затирка цементная", 590], ["Ровнитель", 380]] },
  { name: "Крепёж", direction: "Стройматериалы", unit: "кг", variants: [["3,5х35", 1], ["4,2х70", 1.1], ["6х90", 1.3]],
    items: [["Саморез по дереву", 240], ["Саморез по металлу", 260], ["Дюбель распорный", 310], ["Анкер клиновой", 690], ["Гвоздь строительный", 150], ["Болт мебельный", 330]] },
  { name: "Кабель и провод", direction: "Электротехника", unit: "м", variants: [["3х1,5", 1], ["3х2,5", 1.5], ["5х4", 3.6]],
    items: [["Кабель ВВГнг", 88], ["Кабель NYM", 112], ["Провод ПВС", 79], ["Провод ПуГВ", 64], ["Кабель КГ", 140], ["Кабель АВВГ", 57]] },
  { name: "Освещение", direction: "Электротехника", unit: "шт", variants: [["18 Вт", 1], ["36 Вт", 1.6], ["72 Вт", 2.9]],
    items: [["Светильник светодиодный", 890], ["Панель потолочная", 1150], ["Прожектор уличный", 1490], ["Светильник аварийный", 1780], ["Лента светодиодная", 640], ["Светильник складской", 2350]] },
  { name: "Электроинструмент", direction: "Инструмент", unit: "шт", variants: [["Стандарт", 1], ["Профи", 1.7], ["Профи с кейсом", 2]],
    items: [["Дрель ударная", 4900], ["Шуруповёрт аккумуляторный", 6800], ["Перфоратор", 8900], ["Шлифмашина угловая", 5300], ["Лобзик", 4600], ["Пила дисковая", 7900]] },
  { name: "Ручной инструмент", direction: "Инструмент", unit: "шт", variants: [["малый", 1], ["средний", 1.4], ["большой", 2.1]],
    items: [["Набор ключей", 1900], ["Набор отвёрток", 750], ["Молоток", 540], ["Уровень строительный", 980], ["Ножовка", 610], ["Тиски слесарные", 3400]] },
  { name: "Бытовая химия", direction: "Хозтовары", unit: "шт", variants: [["1 л", 1], ["5 л", 3.9], ["10 л", 7]],
    items: [["Средство для пола", 190], ["Средство для стёкол", 160], ["Гель дезинфицирующий", 340], ["Мыло жидкое", 130], ["Средство для посуды", 150], ["Отбеливатель", 120]] },
  { name: "Уборочный инвентарь", direction: "Хозтовары", unit: "шт", variants: [["базовый", 1], ["усиленный", 1.5], ["комплект", 2.8]],
    items: [["Швабра", 690], ["Ведро с отжимом", 1850], ["Тележка уборочная", 9800], ["Мешки для мусора", 240], ["Салфетки микрофибра", 320], ["Щётка подметальная", 560]] },
  { name: "Бумага и канцелярия", direction: "Офис", unit: "упак", variants: [["эконом", 1], ["стандарт", 1.25], ["премиум", 1.7]],
    items: [["Бумага А4", 310], ["Папка-регистратор", 220], ["Ручка шариковая", 480], ["Маркер", 390], ["Картридж", 2900], ["Блокнот", 260]] },
  { name: "Офисная мебель", direction: "Офис", unit: "шт", variants: [["серый", 1], ["бук", 1.06], ["венге", 1.1]],
    items: [["Стол рабочий", 8900], ["Кресло офисное", 7600], ["Шкаф для документов", 12400], ["Тумба подкатная", 5200], ["Стеллаж", 6900], ["Стул посетителя", 2800]] },
  { name: "Рабочая одежда", direction: "Спецодежда", unit: "шт", variants: [["48-50", 1], ["52-54", 1.02], ["56-58", 1.05]],
    items: [["Костюм летний", 2600], ["Костюм утеплённый", 5900], ["Жилет сигнальный", 420], ["Халат", 1300], ["Ботинки рабочие", 3900], ["Куртка утеплённая", 4700]] },
  { name: "Средства защиты", direction: "Спецодежда", unit: "пар", variants: [["эконом", 1], ["стандарт", 1.4], ["усиленный", 2]],
    items: [["Перчатки хлопковые", 38], ["Перчатки нитриловые", 75], ["Очки защитные", 210], ["Каска", 390], ["Респиратор", 260], ["Наушники защитные", 640]] },
];

// biome-ignore format: word lists and tables read best filled
export const directions = [
  "Стройматериалы", "Электротехника", "Инструмент", "Хозтовары", "Офис", "Спецодежда",
] as const;

// biome-ignore format: word lists and tables read best filled
const latin: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m", н: "n",
  о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "sch", ъ: "", ы: "y",
  ь: "", э: "e", ю: "yu", я: "ya", і: "i", ї: "yi", є: "ye", ґ: "g",
};

/** Writes Cyrillic in Latin letters, lower case, letters and digits only. */
export function transliterate(text: string): string {
  let result = "";
  for (const letter of text.toLowerCase()) result += latin[letter] ?? (/[a-z0-9]/.test(letter) ? letter : "");
  return result;
}

import type { Formats } from "../../formats.ts";
import type { activityEn } from "../en/activity.ts";
import { plural } from "../locales.ts";

/** Ukrainian texts of the page of managers' activity. */
export const activityUk: typeof activityEn = {
  activity: {
    headline: (coverage: string, late: number, key: number, format: Formats) =>
      `За місяць контакт був із ${coverage} клієнтів; довше за норму свого класу ${plural("uk", late, { one: "чекає", other: "чекають" })} ${format.integer(late)}, із них ключових — ${format.integer(key)}.`,
    contacts: "Контакти",
    calls: "Дзвінки",
    meetings: "Зустрічі та візити",
    messages: "Повідомлення",
    coverage: "Охоплення клієнтів за місяць",
    coverageNote: "від портфеля на кінець місяця, будь-ким",
    perDay: "Контакти на менеджера за робочий день",
    missed: "Заплановані контакти, що не відбулися",
    missedCount: "Не відбулися",
    outgoing: "Вихідні",
    gaps: "У даних є дні без жодного контакту: це прогалина, а не бездіяльність",
    mostTitle: (month: string, count: string) => `Найбільше контактів: ${month}, ${count}`,
    trendSubtitle: "Контакти, що відбулися, за каналами; автоматичні розсилки не враховано",
    nobodyWaits: "Ніхто не чекає довше за норму свого класу",
    waitTitle: (name: string, count: string) => `${name}: найбільше клієнтів, що чекають, — ${count}`,
    waitNobodyTitle: (count: string) => `Без менеджера чекають контакту клієнтів: ${count}`,
    waitSubtitle: "Клієнти без контакту довше за норму класу, за відповідальними, на звітну дату",
    waiting: "Клієнтів чекає",
    critical: "Понад удвічі довше за норму",
    keyWaiting: "Ключові",
    mediumWaiting: "Середні",
    bar: (late: number, critical: number, format: Formats) =>
      critical === 0 ? format.integer(late) : `${format.integer(late)}, критично — ${format.integer(critical)}`,
    table: "Менеджери",
    tableSubtitle:
      "Контакти, портфель і продажі портфеля за період; дні відсутності, якщо їх названо, робочими не вважаються",
    portfolio: "Клієнтів у портфелі",
    todo: "Списки для роботи",
    todoSubtitle: "Кому дзвонити, кому нагадати, кого обслужити, що вирішити; кожен список можна завантажити",
    call: "Зателефонувати сьогодні",
    callSubtitle:
      "Клієнти, які чекають надто довго, спочатку найважливіші: прострочення × цінність × затримка замовлень; запланований контакт знімає терміновість",
    optedOut: (count: string) => `Не показано тих, хто просив не дзвонити: ${count}.`,
    severities: { warn: "прострочено", critical: "давно прострочено", planned: "контакт заплановано" },
    days: "Днів без контакту",
    allowed: "Норма, днів",
    lastContact: "Останній контакт",
    next: "Заплановано",
    worth: "Цінність",
    orderGaps: "Дні від останнього замовлення, у звичайних інтервалах",
    channels: {
      call: "дзвінок",
      meeting: "зустріч",
      visit: "візит",
      message: "повідомлення",
      email: "лист",
    },
    events: "Дні народження й заплановані контакти",
    eventsSubtitle: "Найближчі дні за налаштуваннями та контакти, що не відбулися за стільки ж днів до того",
    eventKinds: {
      birthday: "день народження",
      planned_contact: "контакт заплановано",
      missed_contact: "контакт не відбувся",
    },
    day: "День",
    what: "Що",
    daysLeft: "Лишилося днів",
  },
};

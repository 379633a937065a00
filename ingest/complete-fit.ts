import { moneyName } from "./ask-untaken.ts";
import { type EntityName, entities } from "./contracts/entities.ts";
import { type Fit, listUnmet, originsOf, type Table, valuesOf } from "./fit.ts";
import { spaceWords } from "./match-columns.ts";
import { plainName } from "./synonyms.ts";

/** A fit with what exports of its kind leave unsaid, how that was found, and what has to be asked of it. */
interface Completed {
  readonly fit: Fit;
  readonly evidence: readonly string[];
  readonly questions: readonly string[];
}

/** Columns that together name a row where the export has no number for it, and how few of them will do. */
const namedBy: Partial<Readonly<Record<EntityName, { readonly columns: readonly string[]; readonly least: number }>>> =
  {
    sales_plans: { columns: ["plan_month", "region", "manager_id", "direction", "version"], least: 1 },
    interactions: { columns: ["done_at", "planned_at", "client_id", "contact_id", "manager_id"], least: 2 },
    surveys: { columns: ["client_id", "answered_date", "question"], least: 2 },
    campaigns: { columns: ["name"], least: 1 },
  };

const channels = [
  ["call", /call|звон|дзвін|дзвон|қоңырау|ngiroq|تماس/],
  ["visit", /visit|визит|візит|бару|tashrif|بازدید/],
  ["meeting", /meeting|встреч|зустріч|кездесу|uchrashuv|جلسه/],
  ["email", /e ?mail|письм|лист[ия]|хат|ایمیل/],
  ["message", /message|\bsms\b|сообщени|повідомлен|хабар|پیام/],
] as const;

const controlName = /^(?:is )?(?:control|control group|holdout|hold out|контроль|контрольная группа)$/;
const yes = /^(?:1|y|yes|true|да|control|контроль)$/i;

/**
 * Adds what the kind of an export says and no column does: the channel of a list of calls, the version of a plan, the question
 * of a promoter score, who was held out, and the key of rows without a number, put together.
 */
export function completeFit(fit: Fit, table: Table, tableName: string): Completed {
  const day = takeOnlyDay(tellArm(tellDelivery(fit, table), table), table);
  const { fit: filled, evidence } = addConstants(day.fit, plainName(spaceWords(tableName)));
  const keyed = joinKey(filled, table);
  return {
    fit: keyed.fit,
    evidence: [...evidence, ...keyed.evidence],
    questions: [...day.questions, ...keyed.questions],
  };
}

function addConstants(fit: Fit, tableName: string): Pick<Completed, "fit" | "evidence"> {
  const missing = new Set(listUnmet(fit).map(({ name }) => name));
  const names = [tableName, ...fit.matches.keys()].map((name) => plainName(spaceWords(name)));
  const add = (column: string, value: string | undefined, why: string): Pick<Completed, "fit" | "evidence"> => {
    if (value === undefined || !missing.has(column)) return { fit, evidence: [] };
    return {
      fit: { ...fit, constants: new Map([...(fit.constants ?? []), [column, value]]) },
      evidence: [`${column} is "${value}": ${why}`],
    };
  };
  if (fit.entity === "interactions") {
    const found = channels.find(([, shape]) => names.some((name) => shape.test(name)));
    return add("channel", found?.[0], "names of the file or its columns say so");
  }
  if (fit.entity === "sales_plans") return add("version", "1", "no column names a version of the plan");
  if (fit.entity === "surveys") {
    const kind = ["nps", "csat"].find((word) => names.some((name) => name.split(" ").includes(word)));
    return add("question", kind, "the name of the score or of the file says so");
  }
  return { fit, evidence: [] };
}

const documents: readonly EntityName[] = ["orders", "payments", "invoices"];
const ofOther = /birth|born|hire|chang|updat|modif|измен|обновл|рожд|народж|туған|tug ilgan|تولد/;

/** Where a document lacks nothing but its day, and one column alone tells days, that is taken for it, and asked. */
function takeOnlyDay(fit: Fit, { columns }: Table): Pick<Completed, "fit" | "questions"> {
  const [missing, ...others] = listUnmet(fit);
  const days = columns.filter(({ type }) => type === "date" || type === "timestamp");
  const [day] = days;
  const isTold = documents.includes(fit.entity) && originsOf(fit, "amount").length > 0;
  const isAlone = isTold && missing?.sqlType === "date" && others.length === 0;
  const isFree = days.length === 1 && day !== undefined && day.emptyShare === 0 && !fit.matches.has(day.name);
  const name = plainName(spaceWords(day?.name ?? ""));
  if (!isAlone || !isFree || ofOther.test(name) || moneyName.test(name)) return { fit, questions: [] };
  return {
    fit: { ...fit, matches: new Map([...fit.matches, [day.name, missing.name]]) },
    questions: [
      `Is ${day.name} ${fit.entity}.${missing.name}? ${missing.description} It is taken for it: no other column tells days.`,
    ],
  };
}

/** Beside a planned day, a day of delivery is the fact. */
function tellDelivery(fit: Fit, table: Table): Fit {
  const has = (column: string) => originsOf(fit, column).length > 0;
  if (fit.entity !== "shipments" || !has("planned_date") || has("delivered_date")) return fit;
  const day = table.columns.find(
    ({ name, type }) =>
      (type === "date" || type === "timestamp") &&
      /^(?:delivery date|дата доставки)$/.test(plainName(spaceWords(name))),
  );
  return day === undefined ? fit : { ...fit, matches: new Map([...fit.matches, [day.name, "delivered_date"]]) };
}

function tellArm(fit: Fit, table: Table): Fit {
  const isArm = fit.entity === "campaign_members" && listUnmet(fit).some(({ name }) => name === "arm");
  const column = table.columns.find(({ name }) => controlName.test(plainName(spaceWords(name))))?.name;
  if (!isArm || column === undefined) return fit;
  const values = [...new Set(valuesOf(table, [column]).flat())].filter((text) => text !== "");
  const arms = new Map(values.map((text) => [text, yes.test(text) ? "control" : "treated"]));
  return { ...fit, told: new Map([...fit.told, ["arm", { from: column, values: arms }]]) };
}

function joinKey(fit: Fit, table: Table): Completed {
  const nothing = { fit, evidence: [], questions: [] };
  const named = namedBy[fit.entity];
  const [key = ""] = entities[fit.entity].key;
  const parts = named?.columns.flatMap((column) => originsOf(fit, column)) ?? [];
  const isMissing = listUnmet(fit).some(({ name }) => name === key);
  if (named === undefined || !isMissing || parts.length < named.least) return nothing;
  const rows = valuesOf(table, parts).map((values) => JSON.stringify(values));
  const isUnique = new Set(rows).size === rows.length;
  const names = parts.join(", ");
  return {
    fit: { ...fit, joined: new Map([...fit.joined, [key, parts]]) },
    evidence: [`no column is ${key}: ${names} name a row`],
    questions: isUnique ? [] : [`Which columns tell rows apart? ${names} are the same in several rows.`],
  };
}

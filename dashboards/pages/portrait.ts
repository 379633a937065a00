import { barCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { clientColumn } from "../components/client-link.ts";
import { describeClient, type NamedClient } from "../components/clients.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { type Choice, choiceOf, filterBar } from "../components/filters.ts";
import { managerName, readManagers } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyPage, headline } from "../components/page.ts";
import { dataTable } from "../components/table.ts";
import { readRows } from "../data.ts";
import type { Dictionary } from "../i18n/en.ts";
import { type OptedOutRow, withOptedOut } from "./activity-lists.ts";

interface TraitRow {
  readonly segmentation: string;
  readonly segment: string;
  readonly trait: string;
  readonly value: string;
  readonly client_count: number;
  readonly value_count: number;
  readonly share: number;
  readonly share_lower: number;
  readonly share_upper: number;
  readonly base_share: number;
  readonly index_ratio: number;
  readonly leaning: string;
  readonly quality_flag: string;
}

interface AlikeRow {
  readonly client_id: string;
  readonly place: number;
  readonly class: string;
  readonly matched_trait_count: number;
  readonly first_trait: string | null;
  readonly first_value: string | null;
  readonly second_trait: string | null;
  readonly second_value: string | null;
  readonly third_trait: string | null;
  readonly third_value: string | null;
  readonly net_amount: number;
}

interface Alike extends AlikeRow {
  readonly name: string;
  readonly region: string;
  readonly manager: string;
}

interface Data {
  readonly traits: readonly TraitRow[];
  readonly alikes: readonly Alike[];
  readonly optedOut: readonly OptedOutRow[];
}

/** Draws what the clients of a segment are like, and who is like the key clients. */
export async function render(context: PageContext): Promise<PageView> {
  const { files, words } = context;
  const data: Data = {
    traits: await readRows<TraitRow>(files.portrait),
    alikes: await readAlikes(context),
    optedOut: await readRows<OptedOutRow>(files["opted-out"]),
  };
  if (data.traits.length === 0) return { draw: () => emptyPage(context) };
  const segmentations = [...new Set(data.traits.map((row) => row.segmentation))];
  const choices = () => {
    const { segmentation } = chosenIn(context, data);
    const segments = new Set(data.traits.filter((row) => row.segmentation === segmentation).map((row) => row.segment));
    return [
      withDefault(
        choiceOf(context, "segmentation", words.portrait.segmentation, segmentations, (value) =>
          nameOf(words.portrait.segmentations, value),
        ),
        "class",
      ),
      withDefault(
        choiceOf(context, "part", words.portrait.segment, segments, (value) => segmentName(words, segmentation, value)),
        defaultSegment([...segments]),
      ),
      choiceOf(context, "trait", words.portrait.columns.trait, traitKeys(context, data), (key) =>
        traitText(context, readTrait(key)),
      ),
    ];
  };
  return { filters: filterBar(context, choices), draw: () => draw(context, data) };
}

async function readAlikes(context: PageContext): Promise<readonly Alike[]> {
  const { files } = context;
  const managers = await readManagers(context);
  const clients = new Map((await readRows<NamedClient>(files["look-alike-names"])).map((row) => [row.client_id, row]));
  return (await readRows<AlikeRow>(files["look-alikes"])).map((row) => {
    const { name, region, manager_id } = describeClient(clients.get(row.client_id), row.client_id);
    return { ...row, name, region, manager: managerName(context, managers, manager_id) };
  });
}

/** A trait and its value as the filter names them: `channel:phone`. */
const traitKey = ({ trait, value }: Trait) => `${trait}:${value}`;

interface Trait {
  readonly trait: string;
  readonly value: string;
}

function readTrait(key: string): Trait {
  const at = key.indexOf(":");
  return { trait: key.slice(0, at), value: key.slice(at + 1) };
}

/** The traits of the segment shown that set it apart: those that stand as bars. */
function traitKeys(context: PageContext, data: Data): readonly string[] {
  const { segmentation, segment } = chosenIn(context, data);
  return data.traits
    .filter((row) => row.segmentation === segmentation && row.segment === segment)
    .filter((row) => row.leaning === "over" || row.leaning === "under")
    .map(traitKey);
}

/** One segment is always described: the default stands in the place of «all». */
function withDefault(choice: Choice, value: string): Choice {
  const label = choice.options.find((option) => option.value === value)?.label ?? value;
  const others = choice.options.filter((option) => option.value !== "" && option.value !== value);
  return { ...choice, options: [{ value: "", label }, ...others], also: () => ({ trait: "" }) };
}

/** The key clients, the champions, else the segment that comes first. */
function defaultSegment(segments: readonly string[]): string {
  return ["key", "champions"].find((name) => segments.includes(name)) ?? segments[0] ?? "";
}

/** What the address asks for, else the default. */
function chosenIn({ state }: PageContext, data: Data): { readonly segmentation: string; readonly segment: string } {
  const asked = state.get("segmentation");
  const segmentation = data.traits.some((row) => row.segmentation === asked) ? asked : "class";
  const segments = data.traits.filter((row) => row.segmentation === segmentation).map((row) => row.segment);
  const part = state.get("part");
  return { segmentation, segment: segments.includes(part) ? part : defaultSegment(segments) };
}

function segmentName(words: Dictionary, segmentation: string, segment: string): string {
  if (segmentation === "class") return nameOf(words.classes, segment);
  return segmentation === "rfm"
    ? nameOf(words.segments, segment === "inactive" ? nameOf(words.classes, segment) : segment)
    : valueName(words, segment);
}

function draw(context: PageContext, data: Data): readonly Node[] {
  const { words } = context;
  const { segmentation, segment } = chosenIn(context, data);
  const rows = data.traits
    .filter((row) => row.segmentation === segmentation && row.segment === segment)
    .sort((left, right) => right.index_ratio - left.index_ratio);
  const name = segmentName(words, segmentation, segment);
  const chosen = context.state.get("trait");
  const alikes = data.alikes.filter((row) => tells(row, chosen));
  return [
    headline(context, summarize(context, rows, name, alikes.length), `${name} · ${words.portrait.scope}`),
    columns(leaningBars(context, rows, "over"), leaningBars(context, rows, "under")),
    alikeTable(context, { ...data, alikes }),
    traitTable(context, chosen === "" ? rows : rows.filter((row) => row.trait === readTrait(chosen).trait)),
  ];
}

/** The traits a client is told by, the most telling first. */
function traitsOf(row: AlikeRow): readonly Trait[] {
  return [
    { trait: row.first_trait, value: row.first_value },
    { trait: row.second_trait, value: row.second_value },
    { trait: row.third_trait, value: row.third_value },
  ].flatMap(({ trait, value }) => (trait === null || value === null ? [] : [{ trait, value }]));
}

function tells(row: AlikeRow, chosen: string): boolean {
  return chosen === "" || traitsOf(row).some((trait) => traitKey(trait) === chosen);
}

const traitsNamed = 3;

const fewestBars = 5;

function summarize(context: PageContext, rows: readonly TraitRow[], name: string, alikes: number): string {
  const { words, formats } = context;
  const telling = rows.filter((row) => row.leaning === "over").slice(0, traitsNamed);
  if (telling.length === 0) return words.portrait.plain(name);
  return words.portrait.headline(name, formats.list(telling.map((row) => traitText(context, row))), alikes, formats);
}

function traitText(context: PageContext, { trait, value }: Trait): string {
  const { portrait } = context.words;
  return portrait.trait(nameOf(portrait.traits, trait), traitValue(context, trait, value));
}

function traitValue({ words, formats }: PageContext, trait: string, value: string): string {
  if (trait === "channel") return nameOf(words.channels, valueName(words, value));
  return nameOf(words.portrait.values, valueName(words, formats.band(value)));
}

function leaningBars(context: PageContext, all: readonly TraitRow[], leaning: "over" | "under"): HTMLElement {
  const { words, formats } = context;
  const texts = words.portrait;
  const rows = all.filter((row) => row.leaning === leaning);
  const shown = leaning === "over" ? rows : rows.toReversed();
  const [most] = shown;
  const [title, none, subtitle] =
    leaning === "over"
      ? [texts.overTitle, texts.overNone, texts.overSubtitle]
      : [texts.underTitle, texts.underNone, texts.underSubtitle];
  return barCard(
    context,
    {
      name: `portrait-${leaning}`,
      title: most === undefined ? none : title(traitText(context, most), formats.ratio(most.index_ratio)),
      subtitle,
      rows: shown,
      columns: traitColumns(context),
    },
    (row) => ({
      label: traitText(context, row),
      action: filterBy(context, "trait", traitKey(row)),
      value: row.index_ratio,
      mark: 1,
      text: texts.bar(formats.percent(row.share), formats.percent(row.base_share)),
    }),
    undefined,
    barsBeside(all),
  );
}

/** Bars that stand alone in either card: as many as the shorter one has, so that neither is half empty, yet a handful. */
function barsBeside(rows: readonly TraitRow[]): number {
  const count = (leaning: string) => rows.filter((row) => row.leaning === leaning).length;
  return Math.max(fewestBars, Math.min(count("over"), count("under")));
}

function traitColumns(context: PageContext) {
  const { words } = context;
  const texts = words.portrait;
  const column = columnsFor<TraitRow>(context);
  return [
    column.named(texts.columns.trait, (row) => row.trait, texts.traits),
    column.text(texts.columns.value, (row) => traitValue(context, row.trait, row.value)),
    column.count(texts.columns.count, (row) => row.value_count),
    column.percent(texts.columns.share, (row) => row.share),
    column.percent(texts.columns.low, (row) => row.share_lower),
    column.percent(texts.columns.high, (row) => row.share_upper),
    column.percent(texts.columns.base, (row) => row.base_share),
    column.ratio(texts.columns.index, (row) => row.index_ratio),
    column.named(texts.columns.leaning, (row) => row.leaning, texts.leanings),
    column.named(words.columns.quality, (row) => row.quality_flag, words.flags),
  ];
}

function traitTable(context: PageContext, rows: readonly TraitRow[]): HTMLElement {
  const { words, formats } = context;
  return dataTable(context, {
    name: "traits",
    title: words.portrait.table,
    subtitle: words.portrait.tableSubtitle(Math.max(0, ...rows.map((row) => row.client_count)), formats),
    rows,
    columns: traitColumns(context),
  });
}

function alikeTable(context: PageContext, { alikes, optedOut }: Data): HTMLElement {
  const { words, formats } = context;
  const texts = words.portrait;
  const column = columnsFor<Alike>(context);
  const telling = (row: Alike) => formats.list(traitsOf(row).map((trait) => traitText(context, trait)));
  return dataTable(context, {
    name: "look-alikes",
    title: texts.lookAlikes,
    subtitle: withOptedOut(context, texts.lookAlikesSubtitle, optedOut),
    rows: alikes,
    columns: [
      column.count(texts.columns.place, (row) => row.place),
      clientColumn<Alike>(context),
      column.text(words.columns.class, (row) =>
        row.class === "prospect" ? texts.prospect : nameOf(words.classes, row.class),
      ),
      column.count(texts.columns.shared, (row) => row.matched_trait_count),
      column.text(texts.columns.because, telling),
      column.money(words.metrics.netSales, (row) => row.net_amount),
      column.named(words.dimensions.region, (row) => row.region, words.values),
      column.text(words.dimensions.manager, (row) => row.manager),
    ],
  });
}

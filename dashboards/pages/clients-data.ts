import type { PageContext } from "../components/context.ts";
import { type LongList, readLongList } from "../components/long-list.ts";
import { valueName } from "../components/names.ts";
import { readRows } from "../data.ts";
import type {
  ClassRow,
  ClientAbcRow,
  ClientClassRow,
  ClientRow,
  ManagerRow,
  MigrationRow,
  ParetoRow,
  ParetoSummaryRow,
  ThresholdRow,
} from "../rows.ts";
import type { MovementRow } from "./clients-movement.ts";

/** Classes, most valuable first; `none` stands for clients that were not there the period before. */
export const classOrder = ["key", "medium", "small", "occasional", "new", "inactive"] as const;

/** What the page is drawn from. */
export interface ClientsData {
  readonly classes: readonly ClassRow[];
  readonly migration: readonly MigrationRow[];
  readonly threshold: ThresholdRow | undefined;
  readonly clients: LongList<ListedClient>;
  readonly pareto: readonly ParetoRow[];
  readonly movement: readonly MovementRow[];
  readonly concentration: readonly ParetoSummaryRow[];
  readonly managers: Readonly<Record<string, string>>;
}

/** A client of the list, with everything the page knows. */
export interface ListedClient {
  readonly client_id: string;
  readonly name: string;
  readonly region: string;
  readonly manager_id: string;
  readonly manager: string;
  readonly class: string;
  readonly previous: string | null;
  readonly abc: string | null;
  readonly xyz: string | null;
  readonly orders: number;
  readonly net: number;
  readonly lastOrder: string | null;
}

/** Reads what the page is drawn from; the list of clients may come later. */
export async function readClients(context: PageContext): Promise<ClientsData> {
  const { files } = context;
  const thresholds = await readRows<ThresholdRow>(files.thresholds);
  const managers = await readRows<ManagerRow>(files.managers);
  return {
    classes: await readRows<ClassRow>(files.classes),
    migration: await readRows<MigrationRow>(files.migration),
    threshold: thresholds[0],
    clients: await readLongList(context, "marts.clients", () => readList(context)),
    pareto: await readRows<ParetoRow>(files.pareto),
    movement: await readRows<MovementRow>(files.movement),
    concentration: await readRows<ParetoSummaryRow>(files["pareto-summary"]),
    managers: Object.fromEntries(managers.map((row) => [row.manager_id, row.name])),
  };
}

async function readList(context: PageContext): Promise<readonly ListedClient[]> {
  const { files, words } = context;
  const managers = new Map((await readRows<ManagerRow>(files.managers)).map((row) => [row.manager_id, row.name]));
  const clients = new Map((await readRows<ClientRow>(files.clients)).map((row) => [row.client_id, row]));
  const abc = new Map((await readRows<ClientAbcRow>(files["client-abc"])).map((row) => [row.client_id, row]));
  const classes = await readRows<ClientClassRow>(files["client-classes"]);
  return classes
    .map((row): ListedClient => {
      const client = clients.get(row.client_id);
      const manager = client?.manager_id ?? "unknown";
      return {
        client_id: row.client_id,
        name: client?.name ?? row.client_id,
        region: client?.region ?? "unknown",
        manager_id: manager,
        manager: managers.get(manager) ?? valueName(words, manager),
        class: row.class_published,
        previous: row.previous_class,
        abc: abc.get(row.client_id)?.abc ?? null,
        xyz: abc.get(row.client_id)?.xyz ?? null,
        orders: row.order_count,
        net: row.net_amount,
        lastOrder: client?.last_order_date ?? null,
      };
    })
    .sort((left, right) => right.net - left.net);
}

/** Keeps the classes of the last complete period, most valuable first. */
export function currentClasses(data: ClientsData): readonly ClassRow[] {
  const rows = data.classes.filter((row) => row.is_current);
  return classOrder.flatMap((name) => rows.filter((row) => row.class === name));
}

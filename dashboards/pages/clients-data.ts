import { describeClient } from "../components/clients.ts";
import type { PageContext } from "../components/context.ts";
import { type LongList, readLongList } from "../components/long-list.ts";
import { managerName, readManagers } from "../components/monthly.ts";
import { readRows } from "../data.ts";
import type {
  ClassRow,
  ClientAbcRow,
  ClientClassRow,
  ClientRow,
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
  const managers = await readManagers(context);
  return {
    classes: await readRows<ClassRow>(files.classes),
    migration: await readRows<MigrationRow>(files.migration),
    threshold: thresholds[0],
    clients: await readLongList(context, ["client-classes", "clients", "client-abc"], () =>
      readList(context, managers),
    ),
    pareto: await readRows<ParetoRow>(files.pareto),
    movement: await readRows<MovementRow>(files.movement),
    concentration: await readRows<ParetoSummaryRow>(files["pareto-summary"]),
    managers,
  };
}

async function readList(context: PageContext, managers: ClientsData["managers"]): Promise<readonly ListedClient[]> {
  const { files } = context;
  const clients = new Map((await readRows<ClientRow>(files.clients)).map((row) => [row.client_id, row]));
  const abc = new Map((await readRows<ClientAbcRow>(files["client-abc"])).map((row) => [row.client_id, row]));
  const classes = await readRows<ClientClassRow>(files["client-classes"]);
  return classes
    .map((row): ListedClient => {
      const client = clients.get(row.client_id);
      const described = describeClient(client, row.client_id);
      return {
        client_id: row.client_id,
        ...described,
        manager: managerName(context, managers, described.manager_id),
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

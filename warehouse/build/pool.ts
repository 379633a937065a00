import type { Connection } from "../connection.ts";

/** Something to be done after other things are done. */
export interface Task {
  readonly name: string;
  readonly after: readonly string[];
}

/**
 * Runs tasks on connections, each task after those it names, independent ones side by side. Tasks come in an order in
 * which each stands after what it needs. The first failure stops what has not begun and is thrown when all is quiet.
 */
export async function runInOrder<T extends Task>(
  tasks: readonly T[],
  connections: readonly Connection[],
  job: (connection: Connection, task: T) => Promise<void>,
): Promise<void> {
  const lanes = createLanes(connections);
  const running = new Map<string, Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  for (const task of tasks) {
    const before = task.after.flatMap((name) => running.get(name) ?? []);
    const done = Promise.all(before).then(() =>
      lanes.use(async (connection) => {
        if (failure !== undefined) return;
        try {
          await job(connection, task);
        } catch (error) {
          failure ??= { error };
        }
      }),
    );
    running.set(task.name, done);
  }
  await Promise.all(running.values());
  if (failure !== undefined) throw failure.error;
}

/** Hands out connections one job at a time, in the order asked. */
function createLanes(connections: readonly Connection[]) {
  const free = [...connections];
  const waiting: ((connection: Connection) => void)[] = [];
  return {
    async use(job: (connection: Connection) => Promise<void>): Promise<void> {
      const connection = free.pop() ?? (await new Promise<Connection>((take) => waiting.push(take)));
      try {
        await job(connection);
      } finally {
        const next = waiting.shift();
        if (next === undefined) free.push(connection);
        else next(connection);
      }
    },
  };
}

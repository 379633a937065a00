import type { Connection } from "../connection.ts";

/** Something to be done after other things are done. */
export interface Task {
  readonly name: string;
  readonly after: readonly string[];
}

/**
 * Runs tasks on connections, each task after those it names, independent ones side by side. Tasks come in an order in
 * which each stands after what it needs; of those that are ready, the first goes first. The first failure stops what has
 * not begun and is thrown when all is quiet.
 */
export async function runInOrder<T extends Task>(
  tasks: readonly T[],
  connections: readonly Connection[],
  job: (connection: Connection, task: T) => Promise<void>,
): Promise<void> {
  const lanes = createLanes(connections);
  const running = new Map<string, Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  for (const [place, task] of tasks.entries()) {
    const before = task.after.flatMap((name) => running.get(name) ?? []);
    const done = Promise.all(before).then(() =>
      lanes.use(place, async (connection) => {
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

/** Hands out connections one job at a time, first to the job whose place is first. */
function createLanes(connections: readonly Connection[]) {
  const free = [...connections];
  const waiting: { readonly place: number; readonly take: (connection: Connection) => void }[] = [];
  const serve = () => {
    waiting.sort((a, b) => b.place - a.place);
    while (free.length > 0 && waiting.length > 0) {
      const connection = free.pop();
      if (connection !== undefined) waiting.pop()?.take(connection);
    }
  };
  return {
    async use(place: number, job: (connection: Connection) => Promise<void>): Promise<void> {
      const connection = await new Promise<Connection>((take) => {
        waiting.push({ place, take });
        // Not at once: what the job before has made ready must have come to stand in line.
        setImmediate(serve);
      });
      try {
        await job(connection);
      } finally {
        free.push(connection);
        setImmediate(serve);
      }
    },
  };
}

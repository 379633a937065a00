import { describe, expect, it } from "vitest";
import { runInOrder } from "../../warehouse/build/pool.ts";
import { withEngine } from "../../warehouse/connection.ts";

describe("runInOrder(tasks, connections, job)", () => {
  const tasks = [
    { name: "orders", after: [] },
    { name: "order_lines", after: ["orders"] },
    { name: "calendar", after: [] },
    { name: "contract of orders", after: ["orders"] },
  ];

  it("runs each task after what it needs, and of those that are ready the first", async () => {
    expect(await run(tasks, 1)).toEqual(["orders", "order_lines", "calendar", "contract of orders"]);
  });

  it("runs what is ready side by side on as many connections as there are", async () => {
    const alone = ["a", "b", "c"].map((name) => ({ name, after: [] }));
    const running = new Set<string>();
    const most: number[] = [];
    await withEngine({ attach: [] }, async (engine) => {
      const connections = [await engine.connect(), await engine.connect()];
      await runInOrder(alone, connections, async (connection, { name }) => {
        running.add(name);
        most.push(running.size);
        await connection.run("select 1");
        running.delete(name);
      });
    });
    expect(Math.max(...most)).toBe(2);
  });

  it("begins nothing after a failure, and throws it", async () => {
    await expect(run(tasks, 1, "orders")).rejects.toThrow("orders failed; begun: orders");
  });
});

/** Runs tasks on real connections and tells in which order they ended. */
async function run(tasks: readonly { name: string; after: readonly string[] }[], lanes: number, failing?: string) {
  const begun: string[] = [];
  await withEngine({ attach: [] }, async (engine) => {
    const connections = await Promise.all(Array.from({ length: lanes }, () => engine.connect()));
    await runInOrder(tasks, connections, async (connection, { name }) => {
      begun.push(name);
      await connection.run("select 1");
      if (name === failing) throw new Error(`${name} failed; begun: ${begun.join(", ")}`);
    });
  });
  return begun;
}

import { describe, expect, it } from "vitest";
import { clean, duration, openLog } from "../../warehouse/cli/log.ts";

function open(options: { isTTY?: boolean; columns?: number; environment?: Record<string, string> } = {}) {
  const written: string[] = [];
  let time = Date.parse("2026-10-31T18:00:00Z");
  const log = openLog({
    target: {
      write: (text) => written.push(text),
      isTTY: options.isTTY ?? false,
      columns: options.columns ?? 100,
    },
    now: () => new Date(time),
    environment: options.environment ?? {},
  });
  return { log, text: () => written.join(""), wait: (milliseconds: number) => (time += milliseconds) };
}

describe("openLog(options), not a terminal", () => {
  it("writes one plain line per step, with the time and without escape codes or carriage returns", () => {
    const { log, text } = open();
    log.progress({ room: "ingest", name: "orders.csv", done: 10, total: 100, unit: "rows" });
    log.step({ room: "ingest", name: "orders.csv", state: "done", rows: 1234, milliseconds: 420 });
    log.step({ room: "ingest", name: "clients.csv", state: "unchanged" });
    log.warn("3 rows were set aside");
    log.close();
    expect(text()).toBe(
      [
        "2026-10-31T18:00:00Z ingest orders.csv: 1,234 rows, 0.4 s\n",
        "2026-10-31T18:00:00Z ingest clients.csv: unchanged\n",
        "2026-10-31T18:00:00Z warning: 3 rows were set aside\n",
      ].join(""),
    );
  });

  it("tells many unchanged steps in a row as one line, and few one by one", () => {
    const { log, text } = open();
    for (const name of ["a", "b", "c", "d"]) log.step({ room: "ingest", name, state: "unchanged", milliseconds: 3 });
    log.step({ room: "ingest", name: "e", state: "done", rows: 1 });
    log.step({ room: "ingest", name: "f", state: "unchanged" });
    log.step({ room: "publish", name: "g", state: "unchanged" });
    log.close();
    expect(text().replaceAll("2026-10-31T18:00:00Z ", "")).toBe(
      "ingest 4 steps: unchanged\ningest e: 1 row\ningest f: unchanged\npublish g: unchanged\n",
    );
  });

  it("keeps a file name from writing lines or escape codes of its own", () => {
    const { log, text } = open();
    log.step({ room: "ingest", name: "a\u001b[2J\r.csv", state: "done" });
    expect(text()).toBe("2026-10-31T18:00:00Z ingest a\\x1b[2J\\x0d.csv: done\n");
  });
});

describe("openLog(options), a terminal", () => {
  it("shows rows, rate and time left, and erases the line before the step is written", () => {
    const { log, text, wait } = open({ isTTY: true, environment: { NO_COLOR: "1" } });
    log.progress({ room: "ingest", name: "orders.csv", done: 0, total: 1000, unit: "rows" });
    wait(2000);
    log.progress({ room: "ingest", name: "orders.csv", done: 500, total: 1000, unit: "rows" });
    log.step({ room: "ingest", name: "orders.csv", state: "done", rows: 1000 });
    const [first, second, last] = text().split("\r\u001b[2K");
    expect(first).toBe("ingest orders.csv  0 rows of 1,000 rows");
    expect(second).toBe("ingest orders.csv  500 rows of 1,000 rows  250 rows/s  2.0 s left");
    expect(last).toBe("ingest orders.csv: 1,000 rows\n");
  });

  it("writes at most ten live lines a second", () => {
    const { log, text, wait } = open({ isTTY: true });
    for (let done = 0; done < 1000; done += 1) {
      log.progress({ room: "ingest", name: "orders.csv", done, unit: "rows" });
      wait(1);
    }
    expect(text().split("\r\u001b[2K").length).toBeLessThanOrEqual(11);
  });

  it("never writes a live line wider than the terminal", () => {
    const { log, text } = open({ isTTY: true, columns: 20 });
    log.progress({ room: "ingest", name: "a-very-long-file-name.csv", done: 1, unit: "rows" });
    expect(text().length).toBeLessThan(20);
  });

  it("erases the live line when it is closed, once", () => {
    const { log, text } = open({ isTTY: true });
    log.progress({ room: "ingest", name: "orders.csv", done: 1, unit: "rows" });
    log.close();
    log.close();
    expect(text().endsWith("\r\u001b[2K")).toBe(true);
    expect(text().split("\u001b[2K")).toHaveLength(2);
  });

  it("colours warnings and failures, and nothing under NO_COLOR", () => {
    const coloured = open({ isTTY: true });
    coloured.log.step({ room: "check", name: "totals", state: "failed" });
    expect(coloured.text()).toContain("\u001b[31m");
    const plain = open({ isTTY: true, environment: { NO_COLOR: "1" } });
    plain.log.step({ room: "check", name: "totals", state: "failed" });
    expect(plain.text()).toBe("check totals: failed\n");
  });

  it("writes plain lines on a dumb terminal", () => {
    const { log, text } = open({ isTTY: true, environment: { TERM: "dumb" } });
    log.progress({ room: "ingest", name: "orders.csv", done: 1, unit: "rows" });
    expect(text()).toBe("");
  });
});

describe("duration(milliseconds)", () => {
  it.each([
    [0, "0.0 s"],
    [420, "0.4 s"],
    [9_949, "9.9 s"],
    [9_950, "10 s"],
    [59_600, "1 min 0 s"],
    [185_000, "3 min 5 s"],
  ])("says %i as %s", (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });
});

describe("clean(text)", () => {
  it("leaves letters of any script alone", () => {
    expect(clean("заказы – orders\nسفارش")).toBe("заказы – orders\nسفارش");
  });
});

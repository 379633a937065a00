import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

/** Gathers what goes wrong on a page: errors and warnings of the console, failed requests and requests to anywhere else. */
export function watchFaults(page: Page, base: string): readonly string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url())) faults.push(request.url());
  });
  return faults;
}

/** Waits until a page has everything on it. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const root = document.getElementById("page");
    const charts = [...document.querySelectorAll(".chart")];
    return root?.hasAttribute("aria-busy") === false && charts.every((chart) => chart.firstElementChild !== null);
  });
}

/** How far a page scrolls sideways, in pixels: not at all. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Texts of pictures that reach out of them, and by how many pixels at either side: they are cut there. */
export async function findCutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    return [...document.querySelectorAll<SVGElement>(".chart svg")].flatMap((picture) => {
      const frame = picture.getBoundingClientRect();
      return [...picture.querySelectorAll("text")].flatMap((text) => {
        const { left, right } = text.getBoundingClientRect();
        const isOut = left < frame.left - 1 || right > frame.right + 1;
        return isOut
          ? [`${text.textContent}: ${Math.round(frame.left - left)}, ${Math.round(right - frame.right)}`]
          : [];
      });
    });
  });
}

const axeSource = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Runs axe in the page; its script is put there by the debugger, past the content security policy. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`)
          .join(" | ")}`,
    );
  });
}

/** Latin words of three letters or more that a page says in its own voice: not in cells, charts, code and choices. */
export async function readLatinWords(page: Page): Promise<{ said: string[]; data: string[] }> {
  return page.evaluate(() => {
    const isData = "td, dd, dt, svg, code, pre, option, textarea, script, .company, .languages";
    const words = (text: string) => text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const said = new Set<string>();
    const data = new Set<string>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const list = node.parentElement?.closest(isData) == null ? said : data;
      for (const word of words(node.nodeValue ?? "")) list.add(word);
    }
    return { said: [...said], data: [...data] };
  });
}

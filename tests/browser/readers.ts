import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { drawn } from "./inspect.ts";
import { wide } from "./variants.ts";

/** Opens an address in a page of its own, wide and light, lets the job look at it, and expects no fault. */
export type Reader = (url: string, job: (page: Page) => Promise<void>) => Promise<void>;

/**
 * Keeps the pages of a profile for who reads next: a page of its own costs Chromium a process, two thirds of what drawing
 * costs. A page that a test failed on is not used again.
 */
export function keepReaders(context: BrowserContext, watch: (page: Page) => readonly string[]): Reader {
  const idle: Page[] = [];
  return async (url, job) => {
    const page = idle.pop() ?? (await context.newPage());
    try {
      for (const event of ["console", "pageerror", "response", "request", "dialog", "popup"] as const)
        page.removeAllListeners(event);
      await page.setViewportSize(wide);
      await page.emulateMedia({ colorScheme: "light" });
      const faults = watch(page);
      await page.goto(url);
      await drawn(page);
      await job(page);
      expect(faults).toEqual([]);
    } catch (error) {
      await page.close();
      throw error;
    }
    idle.push(page);
  };
}

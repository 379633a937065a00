import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { drawn } from "./inspect.ts";
import { wide } from "./variants.ts";

/** A page that is open, and what goes wrong on it. */
export interface OpenPage {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** Pages of one profile, each used by one reader after the other. */
export interface KeptPages {
  /** Opens an address, light, and waits until it is drawn. `watch` is told of the page before it is opened. */
  open(url: string, viewport?: typeof wide, watch?: (page: Page) => void): Promise<OpenPage>;
  /** Gives a page back; one that is not given back, because its test failed, is not used again. */
  leave(page: Page): void;
}

/** Opens an address in a page of its own, wide and light, lets the job look at it, and expects no fault. */
export type Reader = (url: string, job: (page: Page) => Promise<void>) => Promise<void>;

/**
 * Keeps the pages of a profile for who reads next: a page of its own costs Chromium a process, as much again as opening and
 * drawing an address.
 */
export function keepPages(context: BrowserContext, watch: (page: Page) => readonly string[]): KeptPages {
  const idle: Page[] = [];
  return {
    async open(url, viewport = wide, watchMore = () => {}) {
      const page = idle.pop() ?? (await context.newPage());
      for (const event of ["console", "pageerror", "response", "request", "dialog", "popup"] as const)
        page.removeAllListeners(event);
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: "light" });
      const faults = watch(page);
      watchMore(page);
      await page.goto(url);
      await drawn(page);
      return { page, faults };
    },
    leave(page) {
      idle.push(page);
    },
  };
}

/** Reads with kept pages. */
export function keepReaders({ open, leave }: KeptPages): Reader {
  return async (url, job) => {
    const { page, faults } = await open(url);
    await job(page);
    expect(faults).toEqual([]);
    leave(page);
  };
}

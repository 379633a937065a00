import { type PageName, pages, type SitePage } from "../../dashboards/site.ts";
import type { Settings } from "../settings.ts";
import type { Dataset } from "./datasets.ts";
import { hashBytes } from "./release.ts";

/** Whom a build of the site is for: the pages, rows and columns it may hold. */
export interface Audience {
  /** Its folder in a release; null: the one site for everyone, at the root. */
  readonly name: string | null;
  readonly pages: readonly PageName[];
  /** Regions whose rows it may hold; null: all. */
  readonly regions: readonly string[] | null;
  /** Managers whose rows it may hold; null: all. */
  readonly managers: readonly string[] | null;
  /** `none`: names and free text give way to ids; `contacts`: clients may be found by telephone, e-mail and tax number. */
  readonly personal: "contacts" | "names" | "none";
}

const allPages: readonly PageName[] = pages.map(({ name }) => name);

/** The site without audiences: everything, at the root. */
export const everyone: Audience = { name: null, pages: allPages, regions: null, managers: null, personal: "names" };

/** Lists whom a publish builds for: the audiences of the settings, or everyone where none is named. */
export function listAudiences({ audiences }: Pick<Settings, "audiences">): readonly Audience[] {
  if (audiences.length === 0) return [everyone];
  return audiences.map(({ name, pages, regions, managers, personal }) => ({
    name,
    pages: pages ?? allPages,
    regions: regions ?? null,
    managers: managers ?? null,
    personal,
  }));
}

/** Says whether an audience may see some rows only. */
export function isLimited({ regions, managers }: Audience): boolean {
  return regions !== null || managers !== null;
}

/** Lists the pages of an audience, in the order of the navigation. */
export function pagesOf(audience: Audience): readonly SitePage[] {
  const names = new Set<string>(audience.pages);
  return pages.filter(({ name }) => names.has(name));
}

/** Lists the datasets an audience's pages are drawn from: what no page of it needs is not in its build. */
export function datasetsOf(audience: Audience, datasets: readonly Dataset[]): readonly Dataset[] {
  if (audience.pages.length === pages.length) return datasets;
  const needed = new Set<string>(pagesOf(audience).flatMap((page) => page.datasets));
  return datasets.filter(({ name }) => needed.has(name));
}

/** Names the audiences of a release, each with what tells its rights apart: a release keeps those it was made under. */
export function describeAudiences(audiences: readonly Audience[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    audiences.flatMap((audience) => (audience.name === null ? [] : [[audience.name, hashRights(audience)]])),
  );
}

function hashRights({ pages, regions, managers, personal }: Audience): string {
  const rights = [pages, regions, managers].map((values) => (values === null ? null : [...values].sort()));
  return hashBytes(Buffer.from(JSON.stringify([...rights, personal]))).slice(0, 16);
}

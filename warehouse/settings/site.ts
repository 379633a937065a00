import { z } from "zod";
import { locales } from "../../dashboards/i18n/locales.ts";
import { pageNames } from "../../dashboards/site.ts";

export const site = z
  .strictObject({
    port: z.int().min(1).max(65535).default(3000).describe("Where `karavan serve` shows the site on this machine."),
    url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe("Where readers find the site, for links in mails."),
    keep_releases: z.int().min(1).default(5).describe("Newest releases that stay on disk, to be gone back to."),
    pdf: z
      .array(
        z.strictObject({
          page: z.enum(pageNames).describe("Name of the page."),
          audience: z.string().optional().describe("Whose site it is printed from, where `audiences` are named."),
          language: z.enum(locales).optional().describe("One of `locales`; the first unless named."),
          filters: z.string().optional().describe("Filters as in the address: `region=Казань&period=quarter`."),
        }),
      )
      .default([])
      .describe("Pages that every run prints as PDF into site/pdf of the data folder, through a local Chromium."),
  })
  .prefault({});

const audience = z.strictObject({
  name: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not a name for a folder: small Latin letters, digits and single hyphens")
    .describe("Folder of its site: small Latin letters, digits, hyphens."),
  pages: z
    .array(z.enum(pageNames))
    .refine((names) => names.includes("overview"), "the overview is missing: every site begins with it")
    .optional()
    .describe("Pages it may open, by name, the overview among them; absent: all."),
  regions: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("Regions whose rows it may see; absent: all. What cannot be told apart by region is left out."),
  managers: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("Managers, by id, whose rows it may see; absent: all. With `regions`, both must hold."),
  personal: z
    .enum(["contacts", "names", "none"])
    .default("names")
    .describe(
      "Are clients shown by name, or by id only? With `contacts` they are found by telephone, e-mail and tax number too, which then lie in the files of that site and of no other.",
    ),
});

export const audiences = z
  .array(audience)
  .default([])
  .refine((each) => new Set(each.map(({ name }) => name)).size === each.length, "two audiences have the same name")
  .describe(
    "Who gets a site of its own, with what it may hold; absent: one site for everyone. Each is built apart, so each costs the time of a publish.",
  );

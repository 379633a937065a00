import { basename, join } from "node:path";
import { isContainer } from "./containers/unpack.ts";
import { readZipDirectory } from "./containers/zip-directory.ts";
import { findFeeds, type InboxFile, listFiles } from "./discover.ts";
import type { Source } from "./source.ts";

/** A file of the inbox that no load takes. */
export interface UnmatchedFile {
  /** Path below data/inbox/. */
  readonly name: string;
  /** `no source`: its folder has the name of no source, or it lies in none. */
  readonly reason: "no source" | "no feed";
}

/** Lists files that lie in the inbox beside the folders of the sources. */
export function findStrays(inbox: string, sources: readonly Source[]): readonly UnmatchedFile[] {
  const names = new Set(sources.map(({ name }) => name));
  return listFiles(inbox).flatMap(({ name }): readonly UnmatchedFile[] => {
    const [folder = "", ...rest] = name.split("/");
    return rest.length > 0 && names.has(folder) ? [] : [{ name, reason: "no source" }];
  });
}

/** Lists all files of the inbox that no load takes; archives are looked into by their directory, not taken apart. */
export async function findUnmatched(inbox: string, sources: readonly Source[]): Promise<readonly UnmatchedFile[]> {
  const found = [...findStrays(inbox, sources)];
  for (const source of sources) {
    for (const file of listFiles(join(inbox, source.name)))
      for (const name of await listLost(source, file))
        found.push({ name: `${source.name}/${name}`, reason: "no feed" });
  }
  return found;
}

/** Says what to do with such a file. */
export function tellUnmatched({ name, reason }: UnmatchedFile): string {
  return reason === "no feed"
    ? `${name}: no feed of the source matches this file`
    : `${name}: no source has the name of this file's folder; put it into data/inbox/<source>/, or describe the source (karavan sniff FILE)`;
}

async function listLost(source: Source, file: InboxFile): Promise<readonly string[]> {
  if (findFeeds(source, file.name).length > 0 || findFeeds(source, plainName(file.name)).length > 0) return [];
  try {
    if (!(await isContainer(file.path))) return [file.name];
    const members = (await readZipDirectory(file.path)).map(({ name }) => `${file.name}/${name}`);
    return members.filter((name) => !name.endsWith("/") && findFeeds(source, name).length === 0);
  } catch {
    return [file.name];
  }
}

function plainName(name: string): string {
  return /\.gz$/i.test(name) ? basename(name).replace(/\.gz$/i, "") : name;
}

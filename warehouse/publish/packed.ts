import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hashBytes } from "./release.ts";

/** Twins kept: those of three large files of two versions of their packages. */
const mostKept = 12;

/**
 * Packs bytes, or takes what an earlier publish packed: engines that come with packages are the same in every release, and
 * packing them took a fifth of a publish. What is kept is named by the bytes, how they were packed, and its own content,
 * and is not taken when that is another.
 */
export async function packOnce(
  folder: string,
  bytes: Uint8Array,
  how: string,
  pack: () => Promise<Buffer>,
): Promise<Buffer> {
  const key = `${hashBytes(bytes)}.${how}`;
  const kept = await findKept(folder, key);
  if (kept !== undefined) return kept;
  const packed = await pack();
  await keep(folder, `${key}.${hashBytes(packed)}`, packed);
  return packed;
}

async function findKept(folder: string, key: string): Promise<Buffer | undefined> {
  const name = (await readdir(folder).catch(() => [])).find((each) => each.startsWith(`${key}.`));
  if (name === undefined) return undefined;
  const packed = await readFile(join(folder, name)).catch(() => undefined);
  return packed !== undefined && name === `${key}.${hashBytes(packed)}` ? packed : undefined;
}

async function keep(folder: string, name: string, packed: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const partial = join(folder, `.${name}-${randomBytes(4).toString("hex")}`);
  await writeFile(partial, packed);
  await rename(partial, join(folder, name));
  const files = await Promise.all(
    (await readdir(folder)).map(async (each) => {
      const found = await stat(join(folder, each)).catch(() => undefined);
      return { path: join(folder, each), at: found?.mtimeMs ?? 0 };
    }),
  );
  const old = files.sort((left, right) => right.at - left.at).slice(mostKept);
  for (const { path } of old) await rm(path, { force: true });
}

import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Reads the whole lines of a file that grows by lines; a torn last line, left by a kill, does not count. */
export function readWholeLines(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8").split("\n").slice(0, -1);
}

/**
 * Makes a file that grows by lines ready: its folder is there, a torn last line is cut off.
 * @returns what appends one line and syncs it.
 */
export function openLines(path: string): (line: string) => void {
  mkdirSync(dirname(path), { recursive: true });
  const isNew = !existsSync(path);
  const whole = readWholeLines(path).map((line) => `${line}\n`);
  writeSynced(path, (descriptor) => ftruncateSync(descriptor, Buffer.byteLength(whole.join(""))));
  if (isNew) syncFolder(dirname(path));
  return (line) => writeSynced(path, (descriptor) => writeSync(descriptor, `${line}\n`));
}

/** Appends to a file and waits until it is on the disk. */
export function writeSynced(path: string, write: (descriptor: number) => unknown): void {
  const descriptor = openSync(path, "a");
  try {
    write(descriptor);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes names in a folder durable. */
export function syncFolder(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

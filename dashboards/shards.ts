/** Names the part that holds a key, of so many: FNV-1a over its UTF-16 units, the same in Node and in the browser. */
export function shardOf(key: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash ^= key.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % count;
}

/** Finds the file of the part that holds a key, among those named `<dataset>-<number>`. */
export function findShard<File>(files: Readonly<Record<string, File>>, dataset: string, key: string): File | undefined {
  const count = Object.keys(files).filter((name) => new RegExp(`^${dataset}-\\d+$`).test(name)).length;
  return count === 0 ? undefined : files[`${dataset}-${shardOf(key, count)}`];
}

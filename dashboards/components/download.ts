import type { Cell } from "../data.ts";

/** A table ready to be downloaded: raw values, not formatted ones. */
export interface Download {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Makes a name every file system takes. */
export function fileName(name: string, extension: string): string {
  return `${name.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 120)}.${extension}`;
}

/** Hands a file to the reader. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

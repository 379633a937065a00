import { type Child, element } from "./dom.ts";

/** Sets what a text has between backticks as code; a code keeps its own direction in text written from the right. */
export function codeSpans(text: string): readonly Child[] {
  const parts = text.split("`");
  // A backtick without its pair is a backtick.
  if (parts.length % 2 === 0) return [text];
  return parts.map((part, index) => (index % 2 === 0 ? part : element("code", { dir: "ltr" }, part)));
}

/** The same text for search: as it is read. */
export function plainText(text: string): string {
  return text.replaceAll("`", "");
}

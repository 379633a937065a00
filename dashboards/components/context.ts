import type { DataFiles } from "../data.ts";
import type { Formats } from "../formats.ts";
import type { Dictionary } from "../i18n/en.ts";
import type { Locale } from "../i18n/locales.ts";
import type { PageName } from "../site.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Drawings } from "./drawings.ts";
import type { PageState } from "./state.ts";

/** What a page is drawn from. */
export interface PageContext {
  readonly page: PageName;
  readonly locale: Locale;
  readonly words: Dictionary;
  readonly formats: Formats;
  readonly snapshot: Snapshot;
  readonly files: DataFiles;
  readonly state: PageState;
  readonly drawings: Drawings;
  /**
   * The address of another page in the same language, with the filters all pages share. A site for some may lack the page:
   * then it is one that makes no link (dom.ts).
   */
  readonly href: (page: PageName) => string;
}

/** A page: what stays while filters change, and what is drawn anew. */
export interface PageView {
  readonly filters?: Node;
  readonly draw: () => readonly Node[];
}

/** Draws one page from its data and the address it was opened by. */
export type RenderPage = (context: PageContext) => Promise<PageView>;

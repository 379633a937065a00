import type { Feed } from "../source.ts";
import type { Sandbox } from "./sandbox.ts";

/** A file that is refused whole. `message` says what is wrong, `remedy` what to do. */
export class FileFault extends Error {
  readonly rule: string;
  readonly line: number | undefined;
  readonly remedy: string;

  constructor(rule: string, message: string, remedy: string, line?: number) {
    super(message);
    this.name = "FileFault";
    this.rule = rule;
    this.remedy = remedy;
    this.line = line;
  }
}

/** A physical line that is no record, or not a whole one: it is set aside, and reading resumes with the next. */
export interface Diverted {
  readonly line: number;
  readonly rule:
    | "field_count"
    | "nul"
    | "escape"
    | "quote"
    | "too_long"
    | "depth"
    | "json"
    | "formula"
    | "id_precision"
    | "borders"
    | "record_type"
    | "short_line"
    | "tab"
    | "document"
    | "nul"
    | "escape"
    | "repeated"
    | "xml";
  readonly message: string;
  /** The last line, where what is set aside spans several. */
  readonly lineTo?: number;
  /** The text of the line, cut at 10,000 characters. */
  readonly text: string;
}

/** Physical lines of a file that are no data, and what they say. */
export interface OtherLine {
  readonly kind: "preamble" | "header" | "repeated_header" | "separator" | "footer" | "end_mark" | "blank";
  /** The first line; for blank lines the first of all. */
  readonly line: number;
  readonly lines: number;
  /** Cut at 10,000 characters. */
  readonly text: string;
  /** Records before it. */
  readonly afterRecord: number;
}

/** A line of totals: its cells, and the records before it. */
export interface ControlLine {
  /** Its numbers are not rounded for show: cells of a workbook. */
  readonly isExact?: true;
  readonly line: number;
  readonly afterRecord: number;
  /** Records before those it sums up, where that is known; default: all above it, or those since an earlier total. */
  readonly from?: number;
  /** It reads as a row of data, too: where it is no sum, nothing tells what it is. */
  readonly mayBeRow?: boolean;
  readonly cells: readonly string[];
}

/** A record made of an irregular line: what was mended, and the text as it stood. */
export interface Repair {
  readonly record: number;
  readonly line: number;
  readonly rule: string;
  readonly text: string;
}

/** What a reader found odd about records that it reads all the same. */
export interface Note {
  readonly kind: "hidden_rows";
  readonly line: number;
  readonly lines: number;
  readonly message: string;
}

/** Where records begin, sparsely: an entry wherever `line - record` changes. Both count from 1. */
export interface LineMap {
  readonly records: readonly number[];
  readonly lines: readonly number[];
}

/** A column of the export as staging reads it. */
export interface InputColumn {
  /** Name in the export: header cell, JSON path, or generated. */
  readonly name: string;
  /** SQL expression over the reader's relation, varchar or null. */
  readonly sql: string;
  /** False when no value of it begins or ends with a space, and none is the empty text. */
  readonly isPadded: boolean;
  /** Worked out by the reader from other columns: nothing is lost when no feed maps it. */
  readonly isDerived?: true;
}

/** How staging reads records: all it needs to plan its SQL. */
export interface Draft {
  /** An SQL relation whose rows are the records, in order. */
  readonly relation: string;
  /** Names of all columns of the relation, where each of them is text. */
  readonly texts?: readonly string[];
  readonly columns: readonly InputColumn[];
  /** SQL condition a record must meet to be read at all, and the fault of those that do not. */
  readonly gate: { readonly sql: string; readonly rule: string; readonly message: string } | undefined;
  /** Ordinals of records that read well and may be the beginning of longer ones: they are set aside. */
  readonly doubted?: readonly number[];
  /** SQL of what no feed of the file maps, as JSON text or null, where the reader itself puts that aside. */
  readonly extra?: string;
  /** How one record is shown as text, over the same relation. */
  readonly rawText: string;
}

/** Physical lines without data, by what they are. */
export interface LineKinds {
  /** Above the header, a `sep=` line among them; blank lines are counted as blank wherever they stand. */
  readonly preamble: number;
  readonly header: number;
  readonly repeatedHeader: number;
  readonly blank: number;
  /** Totals and other words below the records. */
  readonly footer: number;
}

/** What a reader hands to staging: records behind an SQL relation, and an account of every physical line. */
export interface Records extends Draft {
  /** The feed with what the format adds to it, such as formats of days; default the feed as it is. */
  readonly feed?: Feed;
  readonly count: number;
  readonly diverted: readonly Diverted[];
  /** Physical lines set aside; default one for each that was. */
  readonly divertedLines?: number;
  readonly lineMap: LineMap;
  readonly physicalLines: number;
  /** Physical lines that belong to records. */
  readonly recordLines: number;
  /** Header, blank and other lines without data. */
  readonly otherLines: number;
  /** What `otherLines` are, where the reader tells; they add up to it. */
  readonly lineKinds?: LineKinds;
  readonly headerLine: number | undefined;
  readonly dialect: string;
  /** What the other lines are, where the format tells them apart. */
  readonly others?: readonly OtherLine[];
  /** Totals that stand among or below the records. */
  readonly totals?: readonly ControlLine[];
  readonly repairs?: readonly Repair[];
  readonly notes?: readonly Note[];
  /** What was read in the same pass for other feeds: see `ReadOptions.together`. */
  readonly beside?: readonly BesideRecords[];
  /** Removes temporary copies. */
  close(): void;
}

/** Records of another feed of the same file. */
export interface BesideRecords {
  readonly feed: string;
  readonly records: Records;
}

/** What a reader of files gets beside the file. */
export interface ReadOptions {
  /** Feeds that this file feeds; the first one is being read. */
  readonly feed: Feed;
  /** Feeds that read the same file; default the one. */
  readonly siblings?: readonly Feed[];
  /**
   * Feeds that read the same file next. A reader that can reads them in the same pass; those it cannot, or whose records are
   * at fault, are read by themselves when their turn comes.
   */
  readonly together?: readonly Feed[];
  /** Where formats that can be hostile are taken apart; default this process. */
  readonly sandbox?: Sandbox;
  /** Folder for temporary copies. */
  readonly work: string;
  readonly signal: AbortSignal;
  /**
   * Lets staging begin while the reader still walks the file, from what the head promises. A guess that the walk does
   * not confirm costs time and nothing else: what the reader returns is staged anew.
   */
  readonly stageAhead?: (draft: Draft) => Promise<void>;
  /** Stops what was begun ahead: the file cannot be read as it stands. */
  readonly dropAhead?: () => void;
}

/** Reads one format. A new format is a new reader in `formats.ts`. */
export type FormatReader = (path: string, options: ReadOptions) => Promise<Records>;

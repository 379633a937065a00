import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { dataTable } from "../components/table.ts";

/** A fitted or scoring model: its version, and what it rests on (metrics.scored_models). */
export interface ModelRow {
  readonly model_name: string;
  readonly model_version: string;
  readonly observation_count: number;
  readonly row_count: number;
  readonly sound_row_count: number;
}

/** Lists which version of which model made the scores of this site, and of how much data. */
export function modelTable(context: PageContext, rows: readonly ModelRow[]): HTMLElement {
  const { words } = context;
  const texts = words.quality;
  const column = columnsFor<ModelRow>(context);
  return dataTable(context, {
    name: "scored-models",
    title: texts.models,
    subtitle: texts.modelsSubtitle,
    rows,
    columns: [
      column.named(texts.model, (row) => row.model_name, texts.modelNames),
      column.text(texts.version, (row) => row.model_version),
      column.count(texts.restsOn, (row) => row.observation_count),
      column.named(texts.restsOnKind, (row) => row.model_name, texts.modelsOf),
      column.count(words.columns.rows, (row) => row.row_count),
      column.count(texts.sound, (row) => row.sound_row_count),
    ],
  });
}

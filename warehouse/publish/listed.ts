import type { Dataset } from "./datasets.ts";

/**
 * Writes the query of a dataset, of those clients only that the datasets it is listed by tell of, as the same audience gets
 * them; undefined where the audience may have none of it.
 * @throws Error when it is listed by a dataset there is not.
 */
export function onlyListed(
  dataset: Dataset,
  sqlOf: (dataset: Dataset) => string | undefined,
  datasets: readonly Dataset[],
): string | undefined {
  const own = sqlOf(dataset);
  if (dataset.listedBy === undefined || own === undefined) return own;
  const listings = dataset.listedBy.map((name) => {
    const found = datasets.find((each) => each.name === name);
    if (found === undefined) throw new Error(`${dataset.name}: there is no dataset ${name}`);
    return sqlOf(found);
  });
  const clients = listings.flatMap((sql) => (sql === undefined ? [] : [`select client_id from (${sql})`]));
  if (clients.length === 0) return `${own} limit 0`;
  return `select * from (${own}) where client_id in (${clients.join(" union all ")}) order by client_id`;
}

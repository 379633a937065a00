import { listColumns } from "../../ingest/contracts/contract.ts";
import { entities, entityNames } from "../../ingest/contracts/entities.ts";
import type { Connection } from "../connection.ts";
import { exitCodes, messageOf, OperatorError } from "../errors.ts";
import type { SqlSource } from "../graph/tree.ts";
import { quoteName, quoteRelation, quoteText } from "../sql.ts";

const moneyType = "decimal(18, 4)";
const shown = 3;

/**
 * Explains an amount that has no room in 18 digits (DECISIONS §29) by the largest amounts loaded, one of which is likely
 * wrong; undefined for any other failure. Reads the views of raw, so it must be asked before they are dropped.
 */
export async function explainOverflow(
  connection: Connection,
  source: SqlSource,
  error: unknown,
): Promise<OperatorError | undefined> {
  if (!/^(Conversion|Out of Range) Error:[^\n]*DECIMAL\(18/i.test(messageOf(error))) return undefined;
  const largest = await findLargest(connection);
  if (largest.length === 0) return undefined;
  const list = largest.map(({ place, amount, file, record }) => `${place} ${amount} (file ${file}, record ${record})`);
  return new OperatorError("an amount of one document, or of one client and day, reaches 100,000,000,000,000", {
    exitCode: exitCodes.checkFailed,
    place: { file: source.file },
    remedy: `The largest amounts loaded are ${list.join(", ")}. Where one is wrong, give its column a \`range\` in the source file and read its file again (karavan reload <file>); where all are right, report in a larger unit or currency. The published warehouse is as it was.`,
    cause: error,
  });
}

interface Largest {
  readonly place: string;
  readonly amount: string;
  readonly file: number;
  readonly record: number;
}

async function findLargest(connection: Connection): Promise<readonly Largest[]> {
  const columns = entityNames.flatMap((name) =>
    listColumns(entities[name])
      .filter(({ sqlType }) => sqlType === moneyType)
      .map((column) => ({ relation: `raw.${name}`, column: column.name })),
  );
  const parts = columns.map(
    ({ relation, column }) =>
      `(select ${quoteText(`${relation}.${column}`)} as place, ${quoteName(column)} as amount, _file_id as file, _record as record
        from ${quoteRelation(relation)} where ${quoteName(column)} is not null
        order by abs(${quoteName(column)}) desc, _file_id, _record limit ${shown})`,
  );
  return connection.rows<Largest>(
    `select place, cast(amount as varchar) as amount, file, record from (${parts.join(" union all ")}) as amounts
     order by abs(amounts.amount) desc, place, file, record limit ${shown}`,
  );
}

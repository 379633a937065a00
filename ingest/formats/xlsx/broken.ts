import { FileFault } from "../reader.ts";

/** Says that a part of a workbook is not the XML it should be. */
export function brokenXml(part: string, what: string): FileFault {
  return new FileFault("xml", `${part} of the workbook cannot be read: ${what}`, "Save the workbook again as .xlsx.");
}

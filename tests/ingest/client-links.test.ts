import { describe, expect, it } from "vitest";
import { parseLinks, readLinks } from "../../ingest/links.ts";
import { OperatorError } from "../../warehouse/errors.ts";

describe("parseLinks(yaml, file)", () => {
  it("reads lists of one client and pairs of two", () => {
    const yaml = "same:\n  - [erp:1, crm:2, shop:3]\ndifferent:\n  - [erp:1, erp:2]\n";
    expect(parseLinks(yaml, "links.yaml")).toEqual([
      { verdict: "same", client_id: "erp:1", other_client_id: "crm:2" },
      { verdict: "same", client_id: "erp:1", other_client_id: "shop:3" },
      { verdict: "different", client_id: "erp:1", other_client_id: "erp:2" },
    ]);
  });

  it("takes an empty file for no decision", () => {
    expect(parseLinks("", "links.yaml")).toEqual([]);
  });

  it.each([
    ["same:\n  - [erp:1]\n", 2, "same.0"],
    ["different:\n  - [erp:1, erp:2, erp:3]\n", 2, "different.0"],
    ["same:\n  - [erp:1, '000123']\n", 2, "same.0.1"],
    ["alike: [[erp:1, erp:2]]\n", 1, "alike"],
  ])("names the line of what is wrong in %j", (yaml, line, path) => {
    expect(faultOf(() => parseLinks(yaml, "links.yaml"))).toMatchObject({
      exitCode: 2,
      place: { file: "links.yaml", line, path },
    });
  });
});

describe("readLinks(file)", () => {
  it("asks for a file only where the settings name one", () => {
    expect(readLinks("/nowhere/links.yaml")).toEqual([]);
    expect(faultOf(() => readLinks("/nowhere/decisions.yaml"))).toMatchObject({
      exitCode: 2,
      place: { file: "/nowhere/decisions.yaml" },
    });
  });
});

function faultOf(job: () => unknown): OperatorError {
  try {
    job();
  } catch (error) {
    if (error instanceof OperatorError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

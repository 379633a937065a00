import { readFileSync } from "node:fs";

type Counts = Record<string, number>;

interface Revenue {
  readonly order_count: number;
  readonly gross_amount: string;
  readonly cost_amount: string;
  readonly returned_amount_at_return_date: string;
  readonly returned_amount_at_order_date: string;
}

/** The truth file of a demo company, as far as tests read it. */
export interface Truth {
  readonly files: readonly {
    source: string;
    file: string;
    entity: string;
    format: string;
    encoding: string;
    preamble_lines: number;
    total_amount: string | null;
    rows: number;
    broken: number;
  }[];
  readonly rows: Record<string, { accepted: number; rejected: number }>;
  readonly broken_rows: readonly { source: string; file: string; line: number; damage: string }[];
  readonly orders: Counts;
  readonly revenue: { readonly total: Revenue } & Record<
    | "by_month"
    | "by_region"
    | "by_channel"
    | "by_owner_on_order_date"
    | "by_manager_on_order"
    | "by_direction_of_line"
    | "by_category_of_line",
    Record<string, Revenue>
  >;
  readonly free_samples: { readonly order_count: number; readonly cost_amount: string };
  readonly plan_amount: string;
  readonly delivery: Record<"erp" | "shop", Counts>;
  readonly carriers: { readonly late: string; readonly deliveries: Record<string, Counts> };
  readonly classes: {
    readonly counts: Counts;
    readonly planted: readonly { client_id: string; meant: string; class: string }[];
  };
  readonly leavers: readonly { client_id: string; last_order_date: string }[];
  readonly campaigns: readonly {
    campaign_id: string;
    has_control: boolean;
    has_cost: boolean;
    assigned: number;
    treated: number;
    control: number;
    ordered_treated: number;
    ordered_control: number;
    true_lift: number | null;
  }[];
  readonly duplicates: readonly { client: string; twin: string; evidence: string }[];
  readonly product_pairs: readonly { first_product_id: string; second_product_id: string }[];
  readonly complaints_by_type: Counts;
  readonly contracts: { readonly contracts: number; lost: number; held: number; renewals: number };
}

export function readTruth(file: string): Truth {
  return JSON.parse(readFileSync(file, "utf8")) as Truth;
}

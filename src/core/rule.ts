import type { Fix, Severity } from "./diagnostic";
import type { Settings } from "./settings";
import type { Kind, Table } from "./table";
import type { Text } from "./text";
import type { Range, Workbook } from "./workbook";

export type Report = { readonly range: Range; readonly message: Text; readonly fixes?: readonly Fix[] };

/** What a rule may look at besides its table. It reads no host, no clock and no other rule. */
export type CheckContext = { readonly workbook: Workbook; readonly tables: readonly Table[]; readonly settings: Settings };

type RuleFacts = {
  /** File name, public: it stands in reports and in ignore lists. */
  readonly id: string;
  /** Why the rule is there, and what it is known not to see. */
  readonly description: Text;
  readonly severity: Severity;
};

/**
 * Checks tables of one kind. With scope "row" a row's reports hang on that row alone (and the table's columns), so
 * that after an edit only the changed rows are handed in; with scope "table" `rows` are always all rows.
 */
export type TableRule<Key extends string = string> = RuleFacts & {
  readonly scope: "row" | "table";
  readonly kind: Kind<Key>;
  /** With scope "table": the columns it looks at; an edit elsewhere leaves its reports as they are. Undefined: all. */
  readonly reads?: readonly Key[];
  check(table: Table<Key>, rows: readonly number[], context: CheckContext): Iterable<Report>;
};

/** What a rule says of a text; where it stands is known. */
export type TextReport = { readonly message: Text; readonly fixes?: readonly Fix[] };

/**
 * Asks the typed-in texts of a table one by one: its lines above and below, its header and every cell. Each report
 * hangs on its text alone, so that after an edit only changed cells are asked again.
 */
export type TextRule<Key extends string = string> = RuleFacts & {
  readonly scope: "text";
  readonly kind: Kind<Key>;
  /** The question, prepared for a table; the row tells whether the text stands above, in or below it. */
  asks(table: Table<Key>): (text: string, row: number, column: number) => TextReport | undefined;
};

/** Checks across tables, or worksheets that hold no recognised table. */
export type WorkbookRule = RuleFacts & { readonly scope: "workbook"; check(context: CheckContext): Iterable<Report> };

export type Rule = TableRule | TextRule | WorkbookRule;

/** The one place where a rule's own column keys meet the general Table: `runRule` hands it tables of its kind only. */
export function defineRule<Key extends string>(rule: TableRule<Key> | TextRule<Key> | WorkbookRule): Rule {
  return rule;
}

import type { CheckResult } from "../core/check";
import type { Diagnostic } from "../core/diagnostic";
import type { Change, Skipped } from "../core/edit";
import type { CheckContext, Rule } from "../core/rule";
import type { Settings } from "../core/settings";
import type { Table, Template } from "../core/table";
import type { Language, Text } from "../core/text";
import type { Range, Workbook } from "../core/workbook";
import type { Plan } from "../document/plan";
import type { Host } from "../host/host";
import type { Light } from "../tasks/lights";
import type { FillTemplate, SplitChoices, SummaryName } from "./arguments";
import type { Judgement } from "./judge";
import type { MergeTools } from "./merge-tools";

/** What a plan is read and written with; the entry point hands it in. */
export type FillTools = {
  /** Throws an error whose `text` a person can read. */
  readonly readPlan: (bytes: Uint8Array, name: string, options: { readonly leadFirst: boolean }) => Plan;
  /** A new workbook with the plan's sheets, as .xlsx bytes. */
  readonly makeWorkbook: (plan: Plan, template: FillTemplate) => Promise<Uint8Array>;
  readonly readStandardInput: () => Promise<Uint8Array>;
};

/** What flags are put on and taken off with. */
export type FlagTools = {
  /** Asked again after each answer is carried out, until it has nothing more to say. */
  readonly flag: (input: { readonly workbook: Workbook; readonly tables: readonly Table[]; readonly diagnostics: readonly Diagnostic[]; readonly settings: Settings }) => Change[];
  readonly clear: (workbook: Workbook) => Change[];
  readonly protectedLists: (workbook: Workbook, tables: readonly Table[]) => string[];
  /** Cells of flags that somebody has typed over. */
  readonly typedOver: (workbook: Workbook, tables: readonly Table[]) => Range[];
};

/** What a report asks of the rest. */
export type ReportTools = {
  /** The tasks of all lists by where they stand. */
  readonly countLights: (result: Pick<CheckResult, "tables">, workbook: Workbook, settings: Settings) => readonly Light[];
  /** A new workbook in which this is done, as .xlsx bytes. */
  readonly makeWorkbook: (change: Change) => Promise<Uint8Array>;
};

/** What summaries are made and taken out with. */
export type SummaryTools = {
  /** Asked again after each answer is carried out, until it has nothing more to do; `left` are those for which nothing could be done, and why. */
  readonly make: (input: { readonly workbook: Workbook; readonly judgement: Judgement }, by: readonly SummaryName[]) => { readonly changes: readonly Change[]; readonly left: readonly Text[] };
  readonly clear: (workbook: Workbook) => Change[];
};

/** One unit's file, without its ending; `change` makes it of the workbook that goes out. */
export type SplitFile = { readonly stem: string; readonly unit: string; readonly count: number; readonly change: Change; readonly calendar?: string };

/** What lists are parted by unit with. */
export type SplitTools = {
  /** What makes of a master, as it was read, the workbook that goes out; each stage speaks of what the ones before it leave. */
  readonly stages: readonly ((context: CheckContext, master: Workbook) => readonly Change[])[];
  readonly split: (context: CheckContext, choices: SplitChoices) => { readonly files: readonly SplitFile[]; readonly calendar?: string; readonly taskCount: number; readonly notes: readonly Text[] };
  /** Changes to be made in turn; `left` are the sheets that somebody has changed. */
  readonly tabs: (context: CheckContext, choices: SplitChoices) => { readonly stages: readonly (readonly Change[])[]; readonly units: number; readonly left: readonly string[] };
  /** One zip file of several; `day` is written on each. */
  readonly pack: (files: ReadonlyMap<string, Uint8Array>, day: string) => Uint8Array;
};

export type FileHost = Host & {
  save(): Promise<Uint8Array>;
  /** Another file made from this one by changes that are not made here. */
  copyWith(changes: readonly Change[]): Promise<{ readonly bytes: Uint8Array; readonly skipped: readonly Skipped[] }>;
};

/** The program that checks files in a thread of its own, and how much memory it may take for one. */
export type CheckThreads = { readonly program: string; readonly megabytes?: number };

/** Ctrl-C, from when it is listened for until `end`. */
export type StopRequest = { readonly signal: AbortSignal; readonly end: () => void };

/** What the command line is made of; the entry point hands it in, a test hands in its own. */
export type CommandLine = {
  readonly templates: readonly Template[];
  readonly rules: readonly Rule[];
  readonly fill: FillTools;
  readonly flag: FlagTools;
  readonly report: ReportTools;
  readonly merge: MergeTools;
  readonly summary: SummaryTools;
  readonly split: SplitTools;
  readonly openWorkbook: (bytes: Uint8Array, name: string) => Promise<FileHost>;
  /** Today as 2022-11-18, in the machine's time zone. */
  readonly today: string;
  readonly version: string;
  readonly language: Language;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Undefined where nobody watches: progress is for a terminal. */
  readonly showProgress: ((text: string) => void) | undefined;
  /** Left out where all is done in one thread. */
  readonly threads?: CheckThreads;
  /** Left out where nobody can stop what is under way. */
  readonly listenForStop?: () => StopRequest;
};

/** 0 nothing at severity error, 1 at least one error, 2 wrong words or a file that cannot be read or written, 130 stopped by Ctrl-C. */
export type ExitStatus = 0 | 1 | 2 | 130;

import type { Severity } from "../core/diagnostic";
import type { Text } from "../core/text";
import { uriOf } from "./file-names";
import { isUnread, type CheckedFile, type ExplainedFinding, type FileReport, type Finding, type UnreadFile } from "./file-report";
import { ruleTitle, type ReportFacts } from "./report-facts";
import { toldText } from "./told-text";

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const levels = { error: "error", warning: "warning", info: "note" } as const;

const severityHelp: { readonly [S in Severity]: Text } = {
  error: { zh: "强制：报送前必须修改。", en: "Must be mended before submission." },
  warning: { zh: "核实：属实的可以保留，须写情况说明。", en: "To confirm: it may stand with a written reason." },
  info: { zh: "提示：供修改时参考。", en: "A note, to be considered." },
};

const unread = { id: "unreadable-file", text: { zh: "文件读不了，没有核查", en: "The file cannot be read and was not checked" } } as const;

const longestMessage = 4000;

/** `check --format sarif`: SARIF 2.1.0, one run. A cell is a logical location: regions are for files of lines. */
export function stringifySarif(reports: readonly FileReport[], facts: ReportFacts): string {
  const places = reports.map(({ file }, index) => ({ artifactLocation: { uri: uriOf(file), index } }));
  const results = reports.flatMap((report, index) => (isUnread(report) ? [] : resultsOf(report, places[index], facts)));
  const failures = reports.flatMap((report, index) => (isUnread(report) ? [notificationOf(report, places[index], facts)] : []));
  const run = {
    tool: { driver: driverOf(facts) },
    language: facts.language === "zh" ? "zh-CN" : "en",
    columnKind: "unicodeCodePoints",
    artifacts: places.map(({ artifactLocation: { uri } }) => ({ location: { uri }, roles: ["analysisTarget"] })),
    invocations: [{ executionSuccessful: failures.length === 0, toolExecutionNotifications: failures }],
    results,
    properties: { asOf: facts.asOf },
  };
  // programs read it: indented, it would be twice as long
  return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] })}\n`;
}

function driverOf(facts: ReportFacts) {
  const { rules, language, version } = facts;
  return {
    name: "qingdan",
    fullName: "清单核查 qingdan",
    version,
    semanticVersion: version,
    rules: rules.map(({ id, severity, description }) => ({
      id,
      shortDescription: { text: ruleTitle(facts, id) },
      fullDescription: { text: description[language] },
      help: { text: `${description[language]}${language === "zh" ? "。" : ". "}${severityHelp[severity][language]}` },
      defaultConfiguration: { level: levels[severity] },
    })),
    notifications: [{ id: unread.id, shortDescription: { text: unread.text[language] } }],
  };
}

type Place = { readonly artifactLocation: { readonly uri: string; readonly index: number } };

function resultsOf({ findings, explained }: CheckedFile, place: Place | undefined, facts: ReportFacts) {
  const ruleIndexes = new Map(facts.rules.map(({ id }, index) => [id, index]));
  const resultOf = (finding: Finding, suppressions: readonly object[]) => ({
    ruleId: finding.rule,
    // -1 means, in SARIF, that the rule is not among the driver's
    ruleIndex: ruleIndexes.get(finding.rule) ?? -1,
    level: levels[finding.severity],
    message: { text: withoutLinks(toldText(finding.message[facts.language], longestMessage, facts.language)) },
    locations: [{ physicalLocation: place, logicalLocations: [{ name: finding.address, fullyQualifiedName: `${finding.sheet}!${finding.address}`, kind: "cell" }] }],
    // all results of a run have them or none has
    suppressions,
    properties: { fixes: finding.fixes.map(({ title, safe }) => ({ title: toldText(title[facts.language], longestMessage, facts.language), safe })) },
  });
  return [...findings.map((finding) => resultOf(finding, [])), ...explained.map((finding) => resultOf(finding, [suppressionOf(finding)]))];
}

/** [text](place) is a link in a SARIF message: what a cell says must not become one. */
function withoutLinks(text: string): string {
  return text.includes("](") ? text.replace(/[[\]\\]/g, "\\$&") : text;
}

function suppressionOf({ reason, asOf, scope }: ExplainedFinding) {
  return { kind: "external", status: "accepted", justification: reason, properties: { asOf, scope } };
}

function notificationOf({ error }: UnreadFile, place: Place | undefined, { language }: ReportFacts) {
  return { descriptor: { id: unread.id, index: 0 }, level: "error", message: { text: error[language] }, locations: [{ physicalLocation: place }] };
}

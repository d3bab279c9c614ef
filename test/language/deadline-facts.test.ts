import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDeadline, type Deadline } from "../../src/language/deadline";
import { readDocumentDates } from "../../src/language/document-dates";
import { findMilestones } from "../../src/language/milestone";

type Fact = { readonly text: string; readonly kind: "column" | "embedded" | "document"; readonly granularity: string; readonly normalized: string | null; readonly quote: string | null };

const file = join(__dirname, "../../../shared/domain/deadlines.json");
const facts = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { items: Fact[] }).items : [];

/** What the annotators call a thing, in our words. */
const kinds: Readonly<Record<string, readonly Deadline["kind"][]>> = {
  month_end: ["by"],
  month: ["by"],
  year: ["by"],
  year_end: ["by"],
  before_year: ["by"],
  ongoing: ["open-ended"],
  start: ["open-ended"],
  frequency: ["periodic", "several"],
  relative: ["relative"],
  plan_period: ["plan-period"],
  past: ["plan-period"],
  range: ["range"],
  label: ["by"],
};
/** A count of years with no beginning named has no last day; the annotators took the beginning from elsewhere. */
const withoutBeginning = new Set(["力争通过3年努力"]);

(facts.length > 0 ? describe : describe.skip)("the deadlines of ../shared/domain (skipped where it is absent)", () => {
  test.each(facts.map((fact) => ({ ...fact })))("$text ($kind, $granularity)", ({ text, kind, granularity, normalized, quote }) => {
    for (const variant of text.split(" / ")) {
      if (granularity === "validity") {
        expect(readDocumentDates([], [text])).toMatchObject({ validFrom: "2022-12-01", validTo: "2025-11-30" });
      } else if (granularity === "issue") {
        expect(readDocumentDates([], [text]).issued).toBe(normalized);
      } else if (granularity === "baseline" || granularity === "verb") {
        expect(findMilestones(quote ?? variant)).toEqual([]);
      } else {
        const deadline = readDeadline(variant);
        const isBlank = /20__/.test(variant);
        expect(isBlank ? ["placeholder"] : kinds[granularity]).toContain(deadline.kind);
        if (normalized !== null && granularity !== "start" && !withoutBeginning.has(variant)) expect(deadline).toMatchObject({ lastDay: normalized });
        if (granularity === "start") expect(deadline).toMatchObject({ from: normalized });
      }
      if (kind === "embedded" && quote !== null && (granularity === "year" || granularity === "start")) {
        const days = findMilestones(quote).map(({ lastDay }) => lastDay);
        if (/20__/.test(quote)) expect(days).toEqual([]);
        else if (granularity === "year") expect(days).toContain(normalized);
        else expect(days).not.toContain(normalized);
      }
    }
  });
});

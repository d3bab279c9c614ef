import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds, one line a rule and element. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`));
  });
}

/** Buttons and fields that are in view and lower than a finger needs, by what they say. */
export function lowTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, input[type=search]")].flatMap((element) => {
      const wrapper = element.matches("input") ? (element.parentElement ?? element) : element;
      const { height } = wrapper.getBoundingClientRect();
      if (height === 0) return [];
      const more = getComputedStyle(wrapper, "::before");
      const extra = more.position === "absolute" && more.content !== "none" ? -Number.parseFloat(more.top) - Number.parseFloat(more.bottom) : 0;
      return height + (Number.isFinite(extra) ? extra : 0) >= 43.5 ? [] : [`${wrapper.textContent ?? ""} ${height}`];
    }),
  );
}

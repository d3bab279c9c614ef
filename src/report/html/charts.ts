import { severities, severityNames, severityShapes, type Counts, type Severity } from "../../core/diagnostic";
import type { Language, Text } from "../../core/text";
import type { Light } from "../../tasks/lights";
import { markup, nothing, type Markup } from "./markup";

type Color = Light["color"];

/** A part of a bar: a word and a shape as well as a colour. */
type Part = { readonly label: Text; readonly shape: string; readonly color: Color; readonly count: number };

const severityColors: { readonly [S in Severity]: Color } = { error: "red", warning: "yellow", info: "blue" };

/** The shape of a severity in its colour; the word stands beside it. */
export function severityMark(severity: Severity): Markup {
  return markup`<span class="${severityColors[severity]}" aria-hidden="true">${severityShapes[severity]}</span>`;
}

const words = {
  findings: (total: number): Text => ({ zh: `问题 ${total} 处`, en: `${total} findings` }),
  tasks: (total: number): Text => ({ zh: `任务 ${total} 项`, en: `${total} tasks` }),
};

export function findingChart(counts: Counts, language: Language): Markup {
  return barChart(words.findings, severities.map((severity) => ({ label: severityNames[severity], shape: severityShapes[severity], color: severityColors[severity], count: counts[severity] })), language);
}

export function taskChart(lights: readonly Light[], language: Language): Markup {
  return barChart(words.tasks, lights, language);
}

/** Lights of several files, added up. */
export function addLights(lists: readonly (readonly Light[])[]): Light[] {
  const sums = new Map<string, Light>();
  for (const light of lists.flat()) sums.set(light.key, { ...light, count: light.count + (sums.get(light.key)?.count ?? 0) });
  return [...sums.values()];
}

/** The parts' shares over a legend that says the same in words; nothing where there is nothing to count. */
function barChart(caption: (total: number) => Text, parts: readonly Part[], language: Language): Markup {
  const shown = parts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return nothing;
  let before = 0;
  const bars = shown.map(({ color, count }) => {
    const x = (before / total) * 100;
    before += count;
    // a gap between the parts, so that they are told apart without colour
    return markup`<rect class="${color}" x="${rounded(x)}" y="0" width="${rounded(Math.max((count / total) * 100 - 0.6, 0.4))}" height="12"/>`;
  });
  const legend = shown.map(({ label, shape, color, count }) => markup`<li><span class="${color}" aria-hidden="true">${shape}</span> ${label[language]} <b>${count}</b></li>`);
  return markup`<figure><figcaption>${caption(total)[language]}</figcaption><svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">${bars}</svg><ul class="legend">${legend}</ul></figure>`;
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

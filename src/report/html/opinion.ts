import type { Language } from "../../core/text";
import { partNumber, type Opinion } from "../opinion";
import { markup, nothing, type Markup } from "./markup";

/** 审核意见 as a piece of a page, which keeps its paragraphs when it is pasted into a letter. */
export function opinionMarkup({ title, lead, parts, close }: Opinion, language: Language): Markup {
  const paragraphs = parts.map(({ heading, items }, index) => markup`<p class="part">${partNumber(index, language)}${heading}</p>${items.map((item, number) => markup`<p>${number + 1}.${language === "zh" ? "" : " "}${item}</p>`)}`);
  return markup`<div class="opinion"><h4>${title}</h4><p>${lead}</p>${paragraphs}${close === "" ? nothing : markup`<p>${close}</p>`}</div>`;
}

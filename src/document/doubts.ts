import { quote, type Text } from "../core/text";
import type { Doubt, DoubtCode } from "./plan-task";

/** The sentences of the doubts; each quotes what it is about. */
const sentences: { readonly [Code in DoubtCode]: (about: string) => Text } = {
  "no-unit": () => ({ zh: "没有读到责任单位", en: "No responsible unit was found." }),
  "unknown-unit": (about) => ({ zh: `“${about}”不像单位名称`, en: `“${about}” does not read as a unit.` }),
  "several-leads": (about) => ({ zh: `有多个牵头单位：${about}`, en: `There are several lead units: ${about}` }),
  "no-lead": () => ({ zh: "有多个责任单位，没有说明由谁牵头", en: "There are several units and nothing says which one leads." }),
  "no-year": (about) => ({ zh: `时限“${about}”没有年份`, en: `The deadline “${about}” names no year.` }),
  "deadline-unread": (about) => ({ zh: `时限“${about}”无法识别`, en: `The deadline “${about}” cannot be read.` }),
  "deadline-from-text": (about) => ({ zh: `时限“${about}”取自任务内容`, en: `The deadline “${about}” was taken from the task's own text.` }),
  placeholder: (about) => ({ zh: `有未填写的占位：“${about}”`, en: `A blank has not been filled in: “${about}”.` }),
  "number-jump": (about) => ({ zh: `序号不连续：应为${about}`, en: `The number breaks the sequence: ${about} was expected.` }),
  "lent-responsibility": () => ({ zh: "责任单位写在最后一个小项之后，按整项任务的责任单位处理", en: "The units stand behind the last of several parts and were taken for the whole." }),
};

export function doubt(code: DoubtCode, about = ""): Doubt {
  return { code, text: sentences[code](quote(about, 40)) };
}

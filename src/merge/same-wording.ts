import { comparable } from "../language/comparable";

/** Whether two texts differ in width, spaces and punctuation at most; 5% is not 5‰. */
export function isSameWording(one: string, other: string): boolean {
  return one === other || (comparable(one) === comparable(other) && signsOf(one) === signsOf(other));
}

/** Signs that comparing drops, though they say something. */
function signsOf(text: string): string {
  return /[%‰％]/.test(text) ? text.replace(/[^%‰％]/g, "").replace(/％/g, "%") : "";
}

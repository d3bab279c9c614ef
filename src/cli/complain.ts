import type { Text } from "../core/text";
import { describeHostError } from "../host/host-messages";
import type { CommandLine } from "./command-line";

/** What to say of an error: its own words where it has some, else what a host would say. */
export function describeError(error: unknown): Text {
  return hasText(error) ? error.text : describeHostError(error);
}

function hasText(error: unknown): error is { readonly text: Text } {
  return error instanceof Error && "text" in error && typeof error.text === "object" && error.text !== null && "zh" in error.text;
}

/** One sentence on standard error that names the file and the reason. */
export function complainOf(file: string, text: Text, { complain, language }: Pick<CommandLine, "complain" | "language">): void {
  complain(language === "zh" ? `${file}：${text.zh}\n` : `${file}: ${text.en}\n`);
}

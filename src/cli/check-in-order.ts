import type { Language, Text } from "../core/text";
import { describeHostError } from "../host/host-messages";
import type { FileAnswer } from "./check-file";
import type { StopRequest } from "./command-line";
import { complainOf } from "./complain";
import type { Unreadable } from "./files";

/** Checks files, at most `ahead` of them given out at a time; after `close` what is under way is never answered. */
export type FileChecker = { readonly check: (file: string) => Promise<FileAnswer>; readonly ahead: number; readonly close: () => Promise<void> };

/** Somebody has stopped what was under way. */
export class Stopped extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.name = "Stopped";
    this.text = text;
  }
}

export type Given = { readonly inputs: readonly (string | Unreadable)[]; readonly checker: FileChecker; readonly stop: StopRequest | undefined; readonly language: Language };

/** The answers in the order of the files, whichever is done first; `onDone` hears of each at once. */
export async function* checkInOrder({ inputs, checker, stop, language }: Given, onDone: (answer: FileAnswer) => void): AsyncGenerator<FileAnswer> {
  const waiting: Promise<FileAnswer>[] = [];
  let given = 0;
  let done = 0;
  let isOver = false;
  const stopped = stopOf(stop, () => inputs.length - done);
  const start = async (input: string | Unreadable): Promise<FileAnswer> => {
    const answer = typeof input === "string" ? await checker.check(input) : answerTo(input, language);
    done++;
    if (!isOver) onDone(answer);
    return answer;
  };
  try {
    while (given < inputs.length || waiting.length > 0) {
      for (let input = inputs[given]; input !== undefined && waiting.length < checker.ahead; input = inputs[++given]) {
        const answer = start(input);
        // heard of where it is waited for
        answer.catch(() => undefined);
        waiting.push(answer);
      }
      const next = waiting.shift();
      if (next !== undefined) yield await Promise.race([stopped, next]);
    }
  } finally {
    isOver = true;
    stop?.end();
    await checker.close();
  }
}

function stopOf(stop: StopRequest | undefined, left: () => number): Promise<never> {
  const stopped = new Promise<never>((_, fail) => {
    const end = (): void => fail(new Stopped({ zh: `已停止，还有 ${left()} 个文件没有核查`, en: `Stopped; ${left()} files were not checked` }));
    if (stop?.signal.aborted === true) end();
    else stop?.signal.addEventListener("abort", end);
  });
  // heard of where a file is waited for
  stopped.catch(() => undefined);
  return stopped;
}

function answerTo({ path, error }: Unreadable, language: Language): FileAnswer {
  const text = describeHostError(error);
  const complaints: string[] = [];
  complainOf(path, text, { language, complain: (complaint) => void complaints.push(complaint) });
  return { report: { file: path, error: text }, complaints };
}

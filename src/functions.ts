import { functions, type SheetFunction } from "./functions/index";
import { isRefusal, type Answer } from "./functions/answer";
import type { Surroundings } from "./functions/surroundings";
import { today } from "./today";

/** What office.js brings along for functions in cells; its types are no part of @types/office-js. */
declare const CustomFunctions:
  | {
      associate(id: string, call: (...given: unknown[]) => unknown): void;
      /** Excel shows the code in the cell and the message beside it. */
      readonly Error: new (code: string, message?: string) => Error;
    }
  | undefined;

let asked: Promise<boolean> | undefined;

/** Whether days count from 1904, asked of Excel once; a runtime for functions alone cannot ask, and an Excel that does not answer is not waited for. */
function uses1904Dates(): Promise<boolean> {
  if (typeof Excel === "undefined") return Promise.resolve(false);
  asked ??= Promise.race([
    Excel.run(async (context) => {
      const day = context.workbook.functions.date(1904, 1, 1).load({ value: true });
      await context.sync();
      return day.value === 0;
    }),
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error("no answer")), patience)),
  ]);
  return asked.catch(() => {
    asked = undefined;
    return false;
  });
}

/** In milliseconds. */
const patience = 3000;

function answerTo(call: SheetFunction): (...given: unknown[]) => Promise<Exclude<Answer, object> | readonly (readonly string[])[]> {
  return async (first, second) => {
    const surroundings: Surroundings = { uses1904Dates: await uses1904Dates(), today: today() };
    const answer = call(first, second, surroundings);
    if (!isRefusal(answer)) return answer;
    throw new (CustomFunctions?.Error ?? Error)(answer.error, isEnglish() ? answer.message.en : answer.message.zh);
  };
}

/** A runtime for functions alone has no context. */
function isEnglish(): boolean {
  const context = typeof Office === "undefined" ? undefined : (Office.context as typeof Office.context | undefined);
  return /^(?:en|1033$)/i.test(String(context?.displayLanguage));
}

// where office.js has not come or Excel has no functions of add-ins there is nothing to do
if (typeof CustomFunctions !== "undefined") for (const [id, call] of Object.entries<SheetFunction>(functions)) CustomFunctions.associate(id, answerTo(call));

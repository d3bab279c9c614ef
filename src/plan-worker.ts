import { readPlan } from "./document/plan";
import { readDocument, readPasted } from "./document/read-document";
import type { PlanAnswer, PlanQuestion } from "./plan-questions";

function answer({ source }: PlanQuestion): PlanAnswer {
  try {
    const document = source.kind === "file" ? readDocument(source.bytes, source.name) : readPasted(source);
    const plan = readPlan(document);
    return { plan: { ...plan, notes: [...document.notes.map((note) => ({ zh: note, en: note })), ...plan.notes] } };
  } catch (error) {
    // an error keeps its class in no message: what it says goes over
    return { problem: error instanceof Error && "text" in error ? (error.text as NonNullable<PlanAnswer["problem"]>) : { zh: `读取时出错：${String(error)}`, en: `Reading failed: ${String(error)}` } };
  }
}

self.onmessage = ({ data }: MessageEvent<PlanQuestion>) => self.postMessage(answer(data));

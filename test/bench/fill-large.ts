// npx tsx test/bench/fill-large.ts: how long a plan of 300 pages takes to read, from .txt, .html and .docx bytes to rows
import { performance } from "node:perf_hooks";
import { readPlan } from "../../src/document/plan";
import { readDocument } from "../../src/document/read-document";
import { makeDocx } from "../support/make-docx";

const pages = 300;
const perPage = 10;
const units = ["市城管局", "市住建局", "市公安局", "市财政局", "市数据局"];

/** About a thousand characters a page: a section heading and nine tasks with their brackets. */
function paragraphs(): string[] {
  return Array.from({ length: pages }, (_, page) => [
    `（${page + 1}）加强第${page + 1}片区治理`,
    ...Array.from({ length: perPage - 1 }, (__, item) => `${item + 1}．推进第${page + 1}片区第${item + 1}项工作。完善设施布局，健全管理制度，建立部门协同机制，组织开展业务培训和督促检查，及时总结推广经验做法，确保各项措施落实到位、取得实效，2026年${(item % 12) + 1}月底前完成阶段任务。（责任单位：${units[item % 5]}、${units[(item + 2) % 5]}）`),
  ]).flat();
}

const lines = ["云溪市片区治理行动方案", "二、重点任务", ...paragraphs()];
const escaped = lines.map((line) => line.replace(/&/g, "&amp;").replace(/</g, "&lt;"));
const documents: Readonly<Record<string, Uint8Array>> = {
  txt: new TextEncoder().encode(lines.join("\n")),
  html: new TextEncoder().encode(`<html><body>${escaped.map((line) => `<p>${line}</p>`).join("")}</body></html>`),
  docx: makeDocx(escaped.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("")),
};

for (const [kind, bytes] of Object.entries(documents)) {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    const { tasks } = readPlan(readDocument(bytes, `plan.${kind}`));
    return { time: performance.now() - start, tasks: tasks.length };
  });
  const [first] = times;
  process.stdout.write(`${kind}: ${lines.length} paragraphs, ${(bytes.length / 1e6).toFixed(2)} MB, ${first?.tasks ?? 0} tasks, ${times.map(({ time }) => time.toFixed(0)).join(" / ")} ms\n`);
}

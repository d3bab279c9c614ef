import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeXlsx } from "./make-xlsx";

const header = ["序号", "重点任务", "牵头部门", "责任部门", "完成时限"];
const leads = ["市城管局", null, "市住建局", "市城管局市住建局", "市公安局"];
const deadlines = ["2026年底前", "2026年1月底前", "年底前", "2026年3月20日", "2026.12.31"];
const towns = ["青石镇", "白沙镇", "临江镇", "东塘镇"];

/** A list of `rows` tasks with faults here and there, other ones for every `seed`. */
export function submission(seed: number, rows: number): Uint8Array {
  const cells = Array.from({ length: rows }, (_, row) => [row + 1, `整治第${seed + row}处易涝点${(seed + row) % 7 === 0 ? " " : ""}`, leads[(seed + row) % leads.length] ?? null, "市水务局、市财政局", deadlines[(seed * 3 + row) % deadlines.length] ?? null]);
  return makeXlsx([{ name: "责任分工", cells: [header, ...cells] }]);
}

/** Folders of submissions, as towns send them: nested, of all sizes, the same names in other folders, some that are no workbooks. */
export function putSubmissions(folder: string, count: number): string[] {
  const files = Array.from({ length: count }, (_, index) => {
    const file = join(folder, towns[index % towns.length] ?? "", index % 5 === 0 ? "补报" : "", `责任分工表${Math.floor(index / towns.length)}.xlsx`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, index % 13 === 12 ? "不是工作簿" : submission(index, 1 + ((index * 7) % 40)));
    return file;
  });
  writeFileSync(join(folder, towns[0] ?? "", "~$责任分工表0.xlsx"), "锁");
  writeFileSync(join(folder, "说明.txt"), "不看");
  return files;
}

import { workerData } from "node:worker_threads";
import { checkFile, type FileAnswer } from "./cli/check-file";
import type { ThreadStart } from "./cli/check-threads";
import { createXlsxHost } from "./host/xlsx/xlsx-host";
import { countLights } from "./product";
import { rules } from "./rules";
import { templates } from "./templates";

const { settings, language } = workerData as ThreadStart;

/** One file of many, in a thread of its own. */
export default function answer(file: string): Promise<FileAnswer> {
  return checkFile(file, settings, { templates, rules, language, countLights, openWorkbook: (bytes, name) => createXlsxHost(bytes, { name }) });
}

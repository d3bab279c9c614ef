import type { FileReport } from "../report/file-report";
import type { ReportFormat, Command } from "./arguments";
import { checkFile, type FileAnswer } from "./check-file";
import { checkInOrder, type FileChecker } from "./check-in-order";
import { checkInThreads, threadCount } from "./check-threads";
import type { CommandLine, ExitStatus } from "./command-line";
import { expandFolders, inputsOf, refuseInputs, type Unreadable } from "./files";
import { progressText } from "./progress";
import { recordChecks } from "./record-checks";
import { deliverReport } from "./report";
import { statusOf, worst } from "./report-status";
import { readSettings, type CallSettings } from "./settings";
import { isInShard } from "./shard";

type CheckCommand = Command & { readonly name: "check" };

/** Checks these files and says how far it is; `onDone` hears of each at once, whoever iterates of each in the order of the files. */
export type CheckRun = (inputs: readonly (string | Unreadable)[], onDone: (answer: FileAnswer) => void) => AsyncGenerator<FileReport>;

export async function runCheck(command: CheckCommand, line: CommandLine): Promise<ExitStatus> {
  const settings = await readSettings(command.settings, line);
  const { output, format } = command;
  const { shard, jobs, resumes } = command.run;
  const inputs = (await expandFolders(command.files)).filter(({ within }) => shard === undefined || isInShard(within, shard)).map(({ input }) => input);
  if (output !== undefined) await refuseInputs(output, inputsOf(command.settings.file, inputs));
  const check: CheckRun = (some, onDone) => checkWithProgress(some, onDone, jobs, settings, line);
  if (format === "jsonl") return recordChecks({ inputs, settings, output, resumes: resumes === true }, check, line);
  return reportChecks(check(inputs, () => undefined), format, output, settings, line);
}

async function reportChecks(reports: AsyncIterable<FileReport>, format: ReportFormat, output: string | undefined, { asOf }: CallSettings, line: CommandLine): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const counted = async function* (): AsyncGenerator<FileReport> {
    for await (const report of reports) {
      status = worst(status, statusOf(report));
      yield report;
    }
  };
  const { language, version, rules } = line;
  await deliverReport(format, counted(), { asOf, language, version, rules }, output, line);
  return status;
}

async function* checkWithProgress(inputs: readonly (string | Unreadable)[], onDone: (answer: FileAnswer) => void, jobs: number | undefined, settings: CallSettings, line: CommandLine): AsyncGenerator<FileReport> {
  const begun = performance.now();
  let done = 0;
  const show = (): void => line.showProgress?.(progressText(done, inputs.length, (performance.now() - begun) / 1000, line.language));
  show();
  const answers = checkInOrder({ inputs, checker: checkerFor(inputs.length, jobs, settings, line), stop: line.listenForStop?.(), language: line.language }, (answer) => {
    done++;
    show();
    onDone(answer);
  });
  try {
    for await (const { report, complaints } of answers) {
      line.showProgress?.("");
      complaints.forEach(line.complain);
      yield report;
    }
  } finally {
    line.showProgress?.("");
  }
}

function checkerFor(files: number, jobs: number | undefined, settings: CallSettings, line: CommandLine): FileChecker {
  const { threads, language, report } = line;
  const count = threadCount(files, jobs, threads);
  if (count > 1 && threads !== undefined) return checkInThreads(threads, count, { settings, language });
  const parts = { ...line, countLights: report.countLights };
  return { ahead: 1, check: (file) => checkFile(file, settings, parts), close: async () => undefined };
}

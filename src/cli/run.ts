import { stringifyRules } from "../report/rule-list";
import { parseCommand } from "./arguments";
import { runCheck } from "./check";
import { Stopped } from "./check-in-order";
import type { CommandLine, ExitStatus } from "./command-line";
import { runCompare } from "./compare";
import { describeError } from "./complain";
import { runFill } from "./fill";
import { runFix } from "./fix";
import { runFlag } from "./flag";
import { help } from "./help";
import { runMerge } from "./merge";
import { runReport } from "./report-results";
import { runSplit } from "./split";
import { runSummarise } from "./summarise";

export async function runCommandLine(words: readonly string[], line: CommandLine): Promise<ExitStatus> {
  try {
    const command = parseCommand(words);
    switch (command.name) {
      case "help":
        line.write(help[line.language]);
        return 0;
      case "version":
        line.write(`${line.version}\n`);
        return 0;
      case "rules":
        line.write(stringifyRules(line.rules, command.format, line.language));
        return 0;
      case "check":
        return await runCheck(command, line);
      case "report":
        return await runReport(command, line);
      case "fix":
        return await runFix(command, line);
      case "fill":
        return await runFill(command, line);
      case "flag":
        return await runFlag(command, line);
      case "summarise":
        return await runSummarise(command, line);
      case "compare":
        return await runCompare(command, line);
      case "merge":
        return await runMerge(command, line);
      case "split":
        return await runSplit(command, line);
    }
  } catch (error) {
    line.complain(`${describeError(error)[line.language]}\n`);
    return error instanceof Stopped ? 130 : 2;
  }
}

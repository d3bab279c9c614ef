import type { ReportTools } from "./cli/command-line";
import { countLights } from "./product";

/** What a report asks of the rest, for the command line. */
export const reportTools: ReportTools = { countLights };

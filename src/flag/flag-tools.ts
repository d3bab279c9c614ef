import { clearFlags } from "./clear-flags";
import { protectedLists } from "./flagged-lists";
import { flagWorkbook, typedOver } from "./flag-workbook";

/** What the command line flags with. */
export const flagTools = { flag: flagWorkbook, clear: clearFlags, protectedLists, typedOver };

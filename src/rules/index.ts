import type { Rule } from "../core/rule";
import consistentDeadline from "./consistent-deadline";
import consistentDeadlineFormat from "./consistent-deadline-format";
import inferLeadUnit from "./infer-lead-unit";
import noBlankRow from "./no-blank-row";
import noDoubledWord from "./no-doubled-word";
import noDueSoon from "./no-due-soon";
import noDuplicateTask from "./no-duplicate-task";
import noHiddenRow from "./no-hidden-row";
import noMergedTasks from "./no-merged-tasks";
import noOverdue from "./no-overdue";
import noPlaceholder from "./no-placeholder";
import noRepeatedCategory from "./no-repeated-category";
import noStrayCharacter from "./no-stray-character";
import requireCategory from "./require-category";
import requireColumns from "./require-columns";
import requireDeadline from "./require-deadline";
import requireLeadUnit from "./require-lead-unit";
import requireTask from "./require-task";
import validDeadline from "./valid-deadline";
import validDeadlineRange from "./valid-deadline-range";
import validNumber from "./valid-number";

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  consistentDeadline,
  consistentDeadlineFormat,
  inferLeadUnit,
  noBlankRow,
  noDoubledWord,
  noDueSoon,
  noDuplicateTask,
  noHiddenRow,
  noMergedTasks,
  noOverdue,
  noPlaceholder,
  noRepeatedCategory,
  noStrayCharacter,
  requireCategory,
  requireColumns,
  requireDeadline,
  requireLeadUnit,
  requireTask,
  validDeadline,
  validDeadlineRange,
  validNumber,
];

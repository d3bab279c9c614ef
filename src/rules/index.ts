import type { Rule } from "../core/rule";
import inferLeadUnit from "./infer-lead-unit";
import noBlankRow from "./no-blank-row";
import noDuplicateTask from "./no-duplicate-task";
import noHiddenRow from "./no-hidden-row";
import noMergedTasks from "./no-merged-tasks";
import noPlaceholder from "./no-placeholder";
import noRepeatedCategory from "./no-repeated-category";
import noStrayCharacter from "./no-stray-character";
import requireCategory from "./require-category";
import requireColumns from "./require-columns";
import requireDeadline from "./require-deadline";
import requireLeadUnit from "./require-lead-unit";
import requireTask from "./require-task";
import validNumber from "./valid-number";

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  inferLeadUnit,
  noBlankRow,
  noDuplicateTask,
  noHiddenRow,
  noMergedTasks,
  noPlaceholder,
  noRepeatedCategory,
  noStrayCharacter,
  requireCategory,
  requireColumns,
  requireDeadline,
  requireLeadUnit,
  requireTask,
  validNumber,
];

import type { Rule } from "../core/rule";
import consistentDeadline from "./consistent-deadline";
import consistentDeadlineFormat from "./consistent-deadline-format";
import consistentUnitName from "./consistent-unit-name";
import inferLeadUnit from "./infer-lead-unit";
import noBlankRow from "./no-blank-row";
import noDoubledWord from "./no-doubled-word";
import noDueSoon from "./no-due-soon";
import noDuplicateTask from "./no-duplicate-task";
import noDuplicateUnit from "./no-duplicate-unit";
import noHiddenRow from "./no-hidden-row";
import noMergedTasks from "./no-merged-tasks";
import noOverdue from "./no-overdue";
import noPlaceholder from "./no-placeholder";
import noRenamedUnit from "./no-renamed-unit";
import noRepeatedCategory from "./no-repeated-category";
import noStrayCharacter from "./no-stray-character";
import noUnknownUnit from "./no-unknown-unit";
import noUnseparatedUnits from "./no-unseparated-units";
import noVagueUnit from "./no-vague-unit";
import requireCategory from "./require-category";
import requireColumns from "./require-columns";
import requireDeadline from "./require-deadline";
import requireLeadUnit from "./require-lead-unit";
import requireTask from "./require-task";
import singleLeadUnit from "./single-lead-unit";
import validDeadline from "./valid-deadline";
import validDeadlineRange from "./valid-deadline-range";
import validNumber from "./valid-number";

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  consistentDeadline,
  consistentDeadlineFormat,
  consistentUnitName,
  inferLeadUnit,
  noBlankRow,
  noDoubledWord,
  noDueSoon,
  noDuplicateTask,
  noDuplicateUnit,
  noHiddenRow,
  noMergedTasks,
  noOverdue,
  noPlaceholder,
  noRenamedUnit,
  noRepeatedCategory,
  noStrayCharacter,
  noUnknownUnit,
  noUnseparatedUnits,
  noVagueUnit,
  requireCategory,
  requireColumns,
  requireDeadline,
  requireLeadUnit,
  requireTask,
  singleLeadUnit,
  validDeadline,
  validDeadlineRange,
  validNumber,
];

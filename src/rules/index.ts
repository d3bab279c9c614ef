import type { Rule } from "../core/rule";
import consistentDeadline from "./consistent-deadline";
import consistentDeadlineFormat from "./consistent-deadline-format";
import consistentDefinition from "./consistent-definition";
import consistentFormula from "./consistent-formula";
import consistentIndicatorName from "./consistent-indicator-name";
import consistentIndicatorValue from "./consistent-indicator-value";
import consistentParts from "./consistent-parts";
import consistentTarget from "./consistent-target";
import consistentTotal from "./consistent-total";
import consistentUnitName from "./consistent-unit-name";
import inferLeadUnit from "./infer-lead-unit";
import knownIndicator from "./known-indicator";
import meetTarget from "./meet-target";
import noAbruptChange from "./no-abrupt-change";
import noBlankRow from "./no-blank-row";
import noDoubledWord from "./no-doubled-word";
import noDueSoon from "./no-due-soon";
import noDuplicateTask from "./no-duplicate-task";
import noDuplicateUnit from "./no-duplicate-unit";
import noFormulaError from "./no-formula-error";
import noHiddenRow from "./no-hidden-row";
import noMergedTasks from "./no-merged-tasks";
import noOverdue from "./no-overdue";
import noPlaceholder from "./no-placeholder";
import noRenamedUnit from "./no-renamed-unit";
import noRepeatedCategory from "./no-repeated-category";
import noStrayCharacter from "./no-stray-character";
import noTextNumber from "./no-text-number";
import noUnknownUnit from "./no-unknown-unit";
import noUnseparatedUnits from "./no-unseparated-units";
import noVagueUnit from "./no-vague-unit";
import requireCategory from "./require-category";
import requireColumns from "./require-columns";
import requireDeadline from "./require-deadline";
import requireIndicatorFormula from "./require-indicator-formula";
import requireIndicatorInput from "./require-indicator-input";
import requireLeadUnit from "./require-lead-unit";
import requireTask from "./require-task";
import singleIndicator from "./single-indicator";
import singleLeadUnit from "./single-lead-unit";
import validDeadline from "./valid-deadline";
import validDeadlineRange from "./valid-deadline-range";
import validIndicatorFormula from "./valid-indicator-formula";
import validIndicatorRange from "./valid-indicator-range";
import validNumber from "./valid-number";
import validPercentScale from "./valid-percent-scale";

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  consistentDeadline,
  consistentDeadlineFormat,
  consistentDefinition,
  consistentFormula,
  consistentIndicatorName,
  consistentIndicatorValue,
  consistentParts,
  consistentTarget,
  consistentTotal,
  consistentUnitName,
  inferLeadUnit,
  knownIndicator,
  meetTarget,
  noAbruptChange,
  noBlankRow,
  noDoubledWord,
  noDueSoon,
  noDuplicateTask,
  noDuplicateUnit,
  noFormulaError,
  noHiddenRow,
  noMergedTasks,
  noOverdue,
  noPlaceholder,
  noRenamedUnit,
  noRepeatedCategory,
  noStrayCharacter,
  noTextNumber,
  noUnknownUnit,
  noUnseparatedUnits,
  noVagueUnit,
  requireCategory,
  requireColumns,
  requireDeadline,
  requireIndicatorFormula,
  requireIndicatorInput,
  requireLeadUnit,
  requireTask,
  singleIndicator,
  singleLeadUnit,
  validDeadline,
  validDeadlineRange,
  validIndicatorFormula,
  validIndicatorRange,
  validNumber,
  validPercentScale,
];

import balancedHospitalRatio from "./dictionary/balanced-hospital-ratio";
import complicationRate from "./dictionary/complication-rate";
import countyInpatientRatio from "./dictionary/county-inpatient-ratio";
import countyVisitRate from "./dictionary/county-visit-rate";
import crossProvRatio from "./dictionary/cross-prov-ratio";
import debtAssetRatio from "./dictionary/debt-asset-ratio";
import longtermDebtRatio from "./dictionary/longterm-debt-ratio";
import provVisitRate from "./dictionary/prov-visit-rate";
import surgeryRatio from "./dictionary/surgery-ratio";
import surgeryRatio34 from "./dictionary/surgery-ratio-34";

/** What the values, or the quantities, of several indicators of one unit and period have to do with each other; indicators by their names. */
export type Relation =
  /** Of one whole, the lesser counts a part of what the greater counts. `isUsual`: there may be reasons against it. */
  | { readonly kind: "at-most"; readonly lesser: string; readonly greater: string; readonly isUsual?: true }
  | { readonly kind: "sum"; readonly parts: readonly string[]; readonly total: number; /** The whole is counted alike only roughly. */ readonly tolerance: number }
  /** One quantity under two indicators: the denominator of the one is the numerator of the other. */
  | { readonly kind: "shared-term"; readonly denominatorOf: string; readonly numeratorOf: string }
  /** Numerator and denominator are counted in whole numbers. */
  | { readonly kind: "whole-numbers"; readonly of: string };

export const relations: readonly Relation[] = [
  { kind: "at-most", lesser: longtermDebtRatio.name, greater: debtAssetRatio.name },
  { kind: "at-most", lesser: countyInpatientRatio.name, greater: countyVisitRate.name, isUsual: true },
  { kind: "sum", parts: [crossProvRatio.name, provVisitRate.name], total: 100, tolerance: 1 },
  { kind: "shared-term", denominatorOf: surgeryRatio34.name, numeratorOf: surgeryRatio.name },
  { kind: "whole-numbers", of: balancedHospitalRatio.name },
  { kind: "whole-numbers", of: complicationRate.name },
];

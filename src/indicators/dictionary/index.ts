import adminStaffRatio from "./admin-staff-ratio";
import avgLos from "./avg-los";
import balancedHospitalRatio from "./balanced-hospital-ratio";
import cmi from "./cmi";
import complicationRate from "./complication-rate";
import costPer100Income from "./cost-per-100-income";
import countyInpatientRatio from "./county-inpatient-ratio";
import countyVisitRate from "./county-visit-rate";
import crossProvRatio from "./cross-prov-ratio";
import daysurgeryRatio from "./daysurgery-ratio";
import debtAssetRatio from "./debt-asset-ratio";
import dipFeeRatio from "./dip-fee-ratio";
import doctorNurseRatio from "./doctor-nurse-ratio";
import emrLevel from "./emr-level";
import energyPer10k from "./energy-per-10k";
import fiscalSubsidyRatio from "./fiscal-subsidy-ratio";
import fixedPayRatio from "./fixed-pay-ratio";
import fundCountyRatio from "./fund-county-ratio";
import ipFeeGrowth from "./ip-fee-growth";
import ipSatisfaction from "./ip-satisfaction";
import longtermDebtRatio from "./longterm-debt-ratio";
import materialCostRatio from "./material-cost-ratio";
import medicalCostGrowth from "./medical-cost-growth";
import mgmtFeeRatio from "./mgmt-fee-ratio";
import opFeeGrowth from "./op-fee-growth";
import opIpRatio from "./op-ip-ratio";
import opSatisfaction from "./op-satisfaction";
import personnelCostRatio from "./personnel-cost-ratio";
import primaryVisitRatio from "./primary-visit-ratio";
import provVisitRate from "./prov-visit-rate";
import serviceIncomeRatio from "./service-income-ratio";
import staffSatisfaction from "./staff-satisfaction";
import surgeryRatio from "./surgery-ratio";
import surgeryRatio34 from "./surgery-ratio-34";
import type { Indicator } from "../indicator";

/** In the order of the monitoring sheets, those met in plans only behind them. */
export const indicators: readonly Indicator[] = [
  fiscalSubsidyRatio,
  fundCountyRatio,
  doctorNurseRatio,
  fixedPayRatio,
  serviceIncomeRatio,
  medicalCostGrowth,
  opFeeGrowth,
  ipFeeGrowth,
  costPer100Income,
  balancedHospitalRatio,
  debtAssetRatio,
  longtermDebtRatio,
  cmi,
  avgLos,
  personnelCostRatio,
  surgeryRatio,
  surgeryRatio34,
  opIpRatio,
  complicationRate,
  countyInpatientRatio,
  countyVisitRate,
  primaryVisitRatio,
  emrLevel,
  opSatisfaction,
  ipSatisfaction,
  staffSatisfaction,
  energyPer10k,
  daysurgeryRatio,
  mgmtFeeRatio,
  materialCostRatio,
  provVisitRate,
  crossProvRatio,
  dipFeeRatio,
  adminStaffRatio,
];

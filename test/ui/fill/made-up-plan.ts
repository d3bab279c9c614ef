import type { Doubt, Plan, PlanTask } from "../../../src/document/plan";

/** A task of an invented plan. */
export function planTask(parts: Partial<PlanTask>): PlanTask {
  return {
    category: "补齐养老服务短板",
    number: "1",
    task: "每个街道建成一处嵌入式养老服务点，提供助餐、助浴和日间照料。",
    lead: "市民政局",
    leads: ["市民政局"],
    leadBasis: "explicit",
    responsible: ["市财政局", "各区政府"],
    etc: false,
    deadlineText: "2027年6月底前",
    deadlineDate: "2027-06-30",
    milestones: [],
    source: { paragraph: 12 },
    sourceText: "1.每个街道建成一处嵌入式养老服务点，提供助餐、助浴和日间照料，2027年6月底前完成。（牵头单位：市民政局；责任单位：市财政局、各区政府）",
    doubts: [],
    ...parts,
  };
}

const noLead: Doubt = { code: "no-lead", text: { zh: "有多个责任单位，没有说明由谁牵头", en: "There are several units and nothing says which one leads." } };
const noYear: Doubt = { code: "no-year", text: { zh: "时限“9月底前”没有年份", en: "The deadline “9月底前” names no year." } };

/** A plan of so many tasks; every eighth, from the second on, is doubtful. */
export function madeUpPlan(count: number): Plan {
  const tasks = Array.from({ length: count }, (_, index): PlanTask => {
    const number = String(index + 1);
    if (index % 8 === 1) return planTask({ number, task: `推进第${number}批老旧小区加装电梯，\n完善无障碍设施。`, lead: null, leads: [], leadBasis: "none", responsible: ["市住建局", "市残联", "各区政府"], etc: true, deadlineText: "9月底前", deadlineDate: null, doubts: [noLead, noYear] });
    return planTask({ number, task: index % 3 === 0 ? planTask({}).task : `培训养老护理员${number}00人次，建立持证上岗和岗位补贴制度，按季度公布培训机构名单和考核结果，做到应训尽训，并向社会公开服务价格。` });
  });
  return { title: "望川市老年友好城市建设行动方案（2026—2028年）", issued: "2026-01-20", validFrom: null, validTo: null, leadIsFirst: false, tasks, indicators: [], notes: count === 0 ? [{ zh: "没有读到任务：文中没有责任单位，也没有任务表", en: "No tasks were found: the document names no responsible units and holds no table of tasks." }] : [] };
}

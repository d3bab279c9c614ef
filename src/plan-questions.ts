import type { Text } from "./core/text";
import type { Plan } from "./document/plan";
import type { PlanSource } from "./ui/fill/fill-parts";

/** What the pane asks its worker, and what comes back. */
export type PlanQuestion = { readonly source: PlanSource };
export type PlanAnswer = { readonly plan: Plan; readonly problem?: undefined } | { readonly plan?: undefined; readonly problem: Text };

import type { IsoDay } from "../language/calendar";

/** What a function is told besides its arguments: it asks neither Excel nor the clock. */
export type Surroundings = { readonly uses1904Dates: boolean; readonly today: IsoDay };

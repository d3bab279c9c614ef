import { makeStyles } from "@fluentui/react-components";

/** Fluent's own select is lower than a finger needs, and wider than its place where an option is long. */
export const useTallSelect = makeStyles({ select: { minWidth: 0, "& select": { height: "44px", minWidth: 0, textOverflow: "ellipsis" } } });

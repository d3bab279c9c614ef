import type { Settings } from "../core/settings";

type Roster = Settings["roster"];

/** 市卫生健康委：市卫健委、卫健委; one unit a line, blank lines passed over. */
export function parseRoster(text: string): Roster {
  return text.split(/\r?\n/).flatMap((line) => {
    const [name = "", aliases = ""] = line.split(/[：:]/, 2).map((part) => part.trim());
    if (name === "") return [];
    return [{ name, aliases: aliases.split(/[、，,；;]/).map((alias) => alias.trim()).filter((alias) => alias !== "") }];
  });
}

export function stringifyRoster(roster: Roster): string {
  return roster.map(({ name, aliases }) => (aliases.length === 0 ? name : `${name}：${aliases.join("、")}`)).join("\n");
}

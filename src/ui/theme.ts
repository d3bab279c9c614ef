import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useEffect, useState } from "react";

const query = "(prefers-color-scheme: dark)";

/** Light or dark: as Office says where it does (the colour of its own background), else as the system does. */
export function useTheme(officeBackground?: string): Theme {
  const [isDark, setIsDark] = useState(() => globalThis.matchMedia?.(query).matches ?? false);
  useEffect(() => {
    const media = globalThis.matchMedia?.(query);
    if (media === undefined) return undefined;
    const follow = (): void => setIsDark(media.matches);
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, []);
  return (officeBackground === undefined ? isDark : isDarkColor(officeBackground)) ? webDarkTheme : webLightTheme;
}

/** Whether a #rrggbb is nearer to black than to white, as the eye sees it. */
export function isDarkColor(color: string): boolean {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color);
  if (match === null) return false;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

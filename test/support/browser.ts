import { existsSync } from "node:fs";

/** Where a Chromium, Chrome or Edge may be on this machine. */
const places = [
  process.env["CHROME_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

export const browserPath = places.find((place): place is string => place !== undefined && existsSync(place));

/** CI must not pass because a browser is missing. */
const isRequired = process.env["QINGDAN_REQUIRE_BROWSER"] === "1";

/** Tests that need a real browser: where none is found they are skipped, saying so, unless one is required. */
export const describeInBrowser = (name: string, body: () => void): void => {
  if (browserPath === undefined && !isRequired) describe.skip(`${name} (skipped: no Chromium, Chrome or Edge found; set CHROME_PATH)`, body);
  else describe(name, body);
};

// node assets/rasterise.mjs: draws the icons' PNG files from the two SVG files; CHROME_PATH names the browser
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const folder = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 128];
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const size of sizes) {
  const svg = readFileSync(join(folder, size < 24 ? "icon-small.svg" : "icon.svg"), "utf8").replace("<svg ", `<svg width="${size}" height="${size}" `);
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: join(folder, `icon-${size}.png`), omitBackground: true });
  await page.close();
}
await browser.close();

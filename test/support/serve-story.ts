import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import webpack, { type Configuration } from "webpack";
import { serveFolder, type DistServer } from "./serve-dist";

type Pages = (env: object, options: { readonly mode: string }) => readonly [Configuration, Configuration];

/** Builds one test entry as the product is built and serves it as index.html, under the policy of the pages. */
export async function serveStory(entry: string): Promise<DistServer> {
  const folder = mkdtempSync(join(tmpdir(), "qingdan-story-"));
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the build is configured in CommonJS
  const [pages] = (require("../../webpack.config.js") as Pages)({}, { mode: "development" });
  const compiler = webpack({ ...pages, name: "story", entry: { story: entry }, output: { path: folder, filename: "story.js" }, plugins: [], devtool: false, cache: false });
  await new Promise<void>((built, failed) => compiler?.run((error, stats) => (error !== null ? failed(error) : stats?.hasErrors() === true ? failed(new Error(stats.toString("errors-only"))) : built())));
  writeFileSync(
    join(folder, "index.html"),
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:" /><link rel="icon" href="data:," /><title>清单核查</title><style>html, body, #root { height: 100%; margin: 0; } body { font-family: sans-serif; background: #ffffff; } @media (prefers-color-scheme: dark) { body { background: #292929; } }</style></head><body><div id="root"></div><script src="story.js"></script></body></html>`,
  );
  const server = await serveFolder(folder);
  return {
    ...server,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

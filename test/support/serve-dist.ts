import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

export const dist = join(__dirname, "../../dist");

const types: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".png": "image/png", ".svg": "image/svg+xml", ".xml": "application/xml" };

export type DistServer = { readonly address: string; readonly close: () => Promise<void> };

/** Serves the built pages. */
export function serveDist(): Promise<DistServer> {
  return serveFolder(dist);
}

/** Serves a folder on this machine only, at a free port. */
export async function serveFolder(folder: string): Promise<DistServer> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname)).replace(/^(\.\.[/\\])+/, "");
    const file = join(folder, path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}`, close: () => new Promise((closed) => void server.close(() => closed())) };
}

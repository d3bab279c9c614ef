/** The file without its folders. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).filter((part) => part !== "").at(-1) ?? path;
}

/** What a person calls it: without folders and without .xlsx. */
export function fileTitle(path: string): string {
  return fileName(path).replace(/\.xls[xm]$/i, "");
}

/** A path as a URI: relative where it is, file:///… where it begins at a root or a drive; all but ASCII percent-encoded. */
export function uriOf(path: string): string {
  const parts = path.replace(/\\/g, "/").replace(/^(?:\.\/+)+/, "").split("/");
  const uri = parts.map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\ufffd"))).join("/");
  if (/^[A-Za-z]:\//.test(path.replace(/\\/g, "/"))) return `file:///${uri.replace("%3A", ":")}`;
  if (path.startsWith("\\\\")) return `file:${uri}`;
  return uri.startsWith("/") ? `file://${uri}` : uri;
}

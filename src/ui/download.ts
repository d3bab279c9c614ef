/** Hands a file to the person, by the browser's own means. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // the browser has the bytes by then
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

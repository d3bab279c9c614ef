/** Names that Excel keeps for itself, for printing, filters and functions newer than the file's format. */
export function isBuiltInName(name: string): boolean {
  return /^_xl[a-z]{2}\./i.test(name) || /^(?:Print_Area|Print_Titles|_FilterDatabase)$/i.test(name);
}

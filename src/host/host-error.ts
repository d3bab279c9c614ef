/** Why a workbook cannot be read or written; `host-messages.ts` words each for a person. */
export type HostErrorCode =
  | "not-a-workbook"
  | "old-format"
  | "encrypted"
  | "empty-file"
  | "damaged"
  | "too-large"
  | "protected-sheet"
  | "protected-workbook"
  | "read-only"
  | "cell-edit-mode"
  | "missing-sheet"
  | "invalid-sheet-name"
  | "unsupported-version"
  | "payload-limit"
  | "cancelled"
  | "unreadable-file"
  | "empty-folder"
  | "unwritable-file"
  | "host-failure";

/** The one kind of error a host throws. `detail` is a name to quote (a sheet, a file, a part), never a sentence. */
export class HostError extends Error {
  readonly code: HostErrorCode;
  readonly detail: string | undefined;

  constructor(code: HostErrorCode, detail?: string, options?: { cause?: unknown }) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
    this.name = "HostError";
    this.code = code;
    this.detail = detail;
  }
}

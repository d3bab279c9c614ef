import { HostError, type HostErrorCode } from "../host-error";

const codes: ReadonlyMap<string, HostErrorCode> = new Map([
  ["InvalidOperationInCellEditMode", "cell-edit-mode"],
  ["RequestPayloadSizeLimitExceeded", "payload-limit"],
  ["ResponsePayloadSizeLimitExceeded", "payload-limit"],
  ["ApiNotFound", "unsupported-version"],
]);

/** Excel's own error in the words of the host contract; anything else is a defect of ours and stays what it is. */
export function toHostError(error: unknown): unknown {
  if (!(error instanceof OfficeExtension.Error)) return error;
  const code = codes.get(error.code);
  const detail = code === "unsupported-version" ? "ExcelApi" : code === undefined ? error.code : undefined;
  return new HostError(code ?? "host-failure", detail, { cause: error });
}

/** Whether this is Excel's own error of one code. */
export function isOfficeError(error: unknown, code: `${Excel.ErrorCodes}`): boolean {
  return error instanceof OfficeExtension.Error && error.code === code;
}

/** Runs one conversation with Excel, or goes on with an old one; what goes wrong in it comes out as a HostError. */
export async function runInExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>, old?: OfficeExtension.ClientRequestContext): Promise<T> {
  try {
    if (old !== undefined) return await Excel.run(old, batch);
    // one entry in Excel's own undo list, where Excel can
    return isSupported("1.20") ? await Excel.run({ mergeUndoGroup: true }, batch) : await Excel.run(batch);
  } catch (error) {
    throw toHostError(error);
  }
}

export function isSupported(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

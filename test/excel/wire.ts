/** What the client library sends: names in PascalCase, numbers for kinds. See FIDELITY.md. */
export type WireAction = {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: WireQuery;
  readonly ObjectState?: Record<string, unknown>;
};
export type WireArguments = { readonly Arguments?: readonly unknown[]; readonly ReferencedObjectPathIds?: readonly unknown[] };
export type WireQuery = { readonly Select?: readonly string[] | string; readonly Expand?: readonly string[] | string; readonly Top?: number; readonly Skip?: number };
export type WirePath = {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
};
export type WireRequest = { readonly Actions: readonly WireAction[]; readonly ObjectPaths: Readonly<Record<string, WirePath>> };
export type WireResult = { readonly ActionId: number; readonly Value: unknown };
export type WireError = { readonly Code: string; readonly Message: string; readonly Location: string; readonly ActionIndex: number; readonly HttpStatusCode: number };
export type WireResponse = { Results: WireResult[]; TraceIds?: number[]; Error?: WireError };

export const actions = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, queryAsJson: 7, ensureUnchanged: 8, update: 9 } as const;
export const paths = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;

/** An error as Excel answers it; any other exception is a fault of the simulation itself. */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}

export const notFound = (): ExcelError => new ExcelError("ItemNotFound", "The requested resource doesn't exist.", 404);
export const invalidArgument = (message = "The argument is invalid or missing or has an incorrect format."): ExcelError => new ExcelError("InvalidArgument", message);
export const accessDenied = (): ExcelError => new ExcelError("AccessDenied", "You cannot perform the requested operation.", 403);
export const badSize = (): ExcelError => invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");

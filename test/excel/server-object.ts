/** An object of the simulated Excel; its members bear the names of the wire (GetRange, Values). */
export abstract class ServerObject {
  /** The class of the client library it answers for. */
  abstract readonly className: string;
  /** Members that are objects, not values: `load` without arguments leaves them out. */
  readonly links: readonly string[] = [];
  referenceId: string | undefined;

  /** What a client needs to know the object again. */
  identity(): Record<string, unknown> {
    return {};
  }
}

export abstract class ServerCollection extends ServerObject {
  abstract items(): readonly ServerObject[];
}

/** Stands for what an …OrNullObject method did not find; whatever is asked of it is nothing again. */
export class NullObject extends ServerObject {
  readonly className = "";
}

export const nothing = new NullObject();

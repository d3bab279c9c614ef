import { nothing, ServerCollection, ServerObject } from "./server-object";
import { actions, ExcelError, invalidArgument, notFound, paths, type WireAction, type WireArguments, type WirePath, type WireQuery, type WireRequest, type WireResponse } from "./wire";

export type NewObjects = (typeName: string) => ServerObject | undefined;

/** Executes one request on a tree of server objects by their members' names; knows nothing of Excel. */
export class Engine {
  private readonly references = new Map<string, ServerObject>();
  private nextReference = 1;

  constructor(
    private readonly root: ServerObject,
    private readonly newObject: NewObjects,
  ) {}

  execute(request: WireRequest): WireResponse {
    const found = new Map<number, ServerObject>();
    const resolve = (id: number): ServerObject => {
      const known = found.get(id);
      if (known !== undefined) return known;
      const path = request.ObjectPaths[String(id)];
      if (path === undefined) throw new ExcelError("InvalidObjectPath", "The object path is missing.");
      const object = this.resolvePath(path, resolve);
      found.set(id, object);
      return object;
    };
    const response: WireResponse = { Results: [] };
    const traces: number[] = [];
    for (const [index, action] of request.Actions.entries()) {
      try {
        if (action.ActionType === actions.trace) traces.push(action.Id);
        const value = action.ActionType === actions.trace ? undefined : this.run(action, resolve);
        response.Results.push({ ActionId: action.Id, Value: value ?? null });
      } catch (error) {
        if (!(error instanceof ExcelError)) throw error;
        const location = action.Name || (request.ObjectPaths[String(action.ObjectPathId)]?.Name ?? "");
        // the actions before this one keep their effect
        response.Error = { Code: error.code, Message: error.message, Location: location, ActionIndex: index, HttpStatusCode: error.httpStatus };
        break;
      }
    }
    if (traces.length > 0) response.TraceIds = traces;
    return response;
  }

  /** How many objects the client still holds on to: after a clean-up, none. */
  get heldReferences(): number {
    return this.references.size;
  }

  private resolvePath(path: WirePath, resolve: (id: number) => ServerObject): ServerObject {
    const parent = path.ParentObjectPathId === undefined || path.ParentObjectPathId === 0 ? this.root : resolve(path.ParentObjectPathId);
    switch (path.ObjectPathType) {
      case paths.global:
        return this.root;
      case paths.nothing:
        return nothing;
      case paths.reference: {
        const held = this.references.get(path.Name);
        if (held === undefined) throw new ExcelError("InvalidReference", "This reference is not valid for the current operation.");
        return held;
      }
      case paths.newObject: {
        const made = this.newObject(path.Name);
        if (made === undefined) throw missingMember("new", path.Name);
        return made;
      }
      case paths.property:
        return parent === nothing ? nothing : asObject(this.member(parent, path.Name));
      case paths.method:
        return parent === nothing ? nothing : asObject(this.call(parent, path.Name, argumentsOf(path.ArgumentInfo, resolve)));
      case paths.indexer:
        return parent === nothing ? nothing : asObject(this.call(parent, "GetItem", argumentsOf(path.ArgumentInfo, resolve)));
      default:
        throw missingMember("object path", String(path.ObjectPathType));
    }
  }

  private run(action: WireAction, resolve: (id: number) => ServerObject): unknown {
    const object = resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case actions.instantiate:
        return object === nothing ? null : identify(object);
      case actions.query:
      case actions.queryAsJson:
        return object === nothing ? null : this.query(object, action.QueryInfo ?? {});
      case actions.method: {
        if (object === nothing && action.Name === "_KeepReference") return undefined;
        if (object === nothing) throw notFound();
        const value = this.call(object, action.Name, argumentsOf(action.ArgumentInfo, resolve));
        return value instanceof ServerObject ? identify(value) : value;
      }
      case actions.set:
        return this.set(object, action.Name, argumentsOf(action.ArgumentInfo, resolve)[0]);
      case actions.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.set(object, pascal(name), value);
        return undefined;
      default:
        throw missingMember("action", String(action.ActionType));
    }
  }

  private member(object: ServerObject, name: string): unknown {
    if (!(name in object)) throw missingMember(object.className, name);
    return Reflect.get(object, name);
  }

  private call(object: ServerObject, name: string, given: readonly unknown[]): unknown {
    if (name === "_KeepReference") return this.keep(object);
    if (name === "_RemoveReference") return void this.references.delete(String(given[0]));
    const method: unknown = Reflect.get(object, name);
    if (typeof method !== "function") throw missingMember(object.className, `${name}()`);
    return Reflect.apply(method, object, given);
  }

  private keep(object: ServerObject): void {
    if (object.referenceId !== undefined) return;
    object.referenceId = `r${this.nextReference++}`;
    this.references.set(object.referenceId, object);
  }

  private set(object: ServerObject, name: string, value: unknown): void {
    if (object === nothing) throw notFound();
    const property = findProperty(object, name);
    if (property === undefined) throw missingMember(object.className, `${name}=`);
    if (property.set === undefined) throw invalidArgument(`${name} is read-only.`);
    Reflect.set(object, name, value);
  }

  private query(object: ServerObject, info: WireQuery): Record<string, unknown> {
    const wanted = [...list(info.Select), ...list(info.Expand)].map((name) => name.replaceAll(".", "/"));
    if (!(object instanceof ServerCollection)) return this.pick(object, wanted);
    const skip = info.Skip ?? 0;
    const items = object.items().slice(skip, info.Top === undefined ? undefined : skip + info.Top);
    const isOwn = (name: string): boolean => name !== "*" && !name.includes("/") && pascal(name) in object && !items.some((item) => pascal(name) in item);
    const own = wanted.filter(isOwn);
    const ofItems = wanted.filter((name) => !isOwn(name)).map((name) => name.replace(/^items\/?/i, "")).filter((name) => name !== "");
    return { ...(own.length > 0 ? this.pick(object, own) : identify(object)), _Items: items.map((item) => this.pick(item, ofItems)) };
  }

  private pick(object: ServerObject, wanted: readonly string[]): Record<string, unknown> {
    const picked: Record<string, unknown> = identify(object);
    const nested = new Map<string, string[]>();
    const names = wanted.length === 0 || wanted.includes("*") ? [...scalarsOf(object), ...wanted.filter((name) => name !== "*")] : wanted;
    for (const wish of names) {
      const [first = "", ...rest] = wish.split("/");
      const name = pascal(first);
      if (object.links.includes(name) || rest.length > 0) nested.set(name, [...(nested.get(name) ?? []), ...(rest.length > 0 ? [rest.join("/")] : [])]);
      else picked[name] = this.member(object, name);
    }
    for (const [name, inner] of nested) {
      const child = asObject(this.member(object, name));
      picked[name] = child === nothing ? null : this.query(child, { Select: inner });
    }
    return picked;
  }
}

function identify(object: ServerObject): Record<string, unknown> {
  return object.referenceId === undefined ? { ...object.identity() } : { ...object.identity(), _ReferenceId: object.referenceId };
}

function asObject(value: unknown): ServerObject {
  if (value === null || value === undefined) return nothing;
  if (value instanceof ServerObject) return value;
  throw new Error(`the simulation answered ${typeof value} where an object belongs`);
}

/** ReferencedObjectPathIds mirrors the arguments: an id of a path where the argument is an object. */
function argumentsOf(info: WireArguments | undefined, resolve: (id: number) => ServerObject): unknown[] {
  const replace = (value: unknown, reference: unknown): unknown => {
    if (typeof reference === "number" && reference > 0) return resolve(reference);
    if (Array.isArray(reference) && Array.isArray(value)) return value.map((item, index) => replace(item, reference[index]));
    return value;
  };
  return (info?.Arguments ?? []).map((value, index) => replace(value, info?.ReferencedObjectPathIds?.[index]));
}

function findProperty(object: object, name: string): PropertyDescriptor | undefined {
  for (let owner: unknown = object; typeof owner === "object" && owner !== null; owner = Object.getPrototypeOf(owner)) {
    const property = Object.getOwnPropertyDescriptor(owner, name);
    if (property !== undefined) return property;
  }
  return undefined;
}

function scalarsOf(object: ServerObject): string[] {
  return membersOf(object).filter(({ kind, name }) => kind === "property" && /^[A-Z]/.test(name) && !object.links.includes(name)).map(({ name }) => name);
}

/** The members of a server object that a request can name. */
export function membersOf(object: ServerObject): { readonly name: string; readonly kind: "property" | "method" }[] {
  const members = new Map<string, "property" | "method">();
  for (let owner: unknown = Object.getPrototypeOf(object); owner instanceof ServerObject; owner = Object.getPrototypeOf(owner)) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (/^_?[A-Z]/.test(name)) members.set(name, property.get !== undefined || property.set !== undefined ? "property" : "method");
    }
  }
  return [...members].map(([name, kind]) => ({ name, kind }));
}

function missingMember(owner: string, name: string): ExcelError {
  return new ExcelError("NotImplemented", `the simulated Excel does not implement ${owner}.${name}`, 501);
}

function list(value: readonly string[] | string | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? value.split(",").map((name) => name.trim()) : value;
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export type ClassSurface = { readonly properties: ReadonlySet<string>; readonly methods: ReadonlySet<string> };

/**
 * The members that the running library can ask for, by class and by their names on the wire. Nothing is copied: it is
 * read out of the functions of the debug build as they stand in memory.
 */
export function readSurface(excel: object): Map<string, ClassSurface> {
  const surface = new Map<string, ClassSurface>();
  for (const value of Object.values(excel)) {
    if (typeof value !== "function") continue;
    const prototype: unknown = Reflect.get(value, "prototype");
    if (typeof prototype !== "object" || prototype === null || !("_className" in prototype)) continue;
    const name: unknown = valueOf(prototype, "_className");
    if (typeof name === "string") surface.set(name, surfaceOf(prototype));
  }
  return surface;
}

function surfaceOf(prototype: object): ClassSurface {
  const scalars: unknown = valueOf(prototype, "_scalarPropertyOriginalNames");
  const properties = new Set<string>(Array.isArray(scalars) ? scalars.map(String) : []);
  const methods = new Set<string>();
  for (const property of Object.values(Object.getOwnPropertyDescriptors(prototype))) {
    const value: unknown = property.value;
    for (const match of String(Reflect.get(property, "get") ?? "").matchAll(/_createPropertyObject\([\w.]+, this, "(\w+)"/g)) properties.add(match[1] ?? "");
    if (typeof value !== "function") continue;
    const text = String(value);
    for (const match of text.matchAll(/_(?:createMethodObject\([\w.]+, this|invokeMethod\(this), "(\w+)"/g)) methods.add(match[1] ?? "");
    // items of a collection are asked for by an indexer, which has no name of its own
    if (text.includes("_createIndexerObject(")) methods.add("GetItem");
  }
  return { properties, methods };
}

function valueOf(prototype: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get?.call({});
}

// jsdom has no layout; Fluent UI only asks to be told of changes
if (typeof window !== "undefined" && !("ResizeObserver" in globalThis)) {
  class ResizeObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  Object.defineProperty(globalThis, "ResizeObserver", { value: ResizeObserver, configurable: true, writable: true });
}

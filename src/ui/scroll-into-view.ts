import { useEffect, useRef, type RefObject } from "react";

/** For what opens inside a list at somebody's wish: it comes into view whole, as far as there is room. */
export function useScrollIntoView<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    // where nothing is laid out there is nothing to scroll
    (element.current as Partial<T> | null)?.scrollIntoView?.({ block: "nearest" });
  }, []);
  return element;
}

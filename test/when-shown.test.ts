/** @jest-environment jsdom */
import { whenShown } from "../src/when-shown";

type Listener = (message: { visibilityMode: string }) => void;

let told: Listener = () => undefined;

/** A page as Excel starts it: hidden or seen, with or without a shared runtime. */
function page({ hidden, width = 350, shared = true }: { readonly hidden: boolean; readonly width?: number; readonly shared?: boolean }): void {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  Object.defineProperty(window, "innerWidth", { value: width, configurable: true });
  Object.assign(globalThis, {
    Office: {
      context: { requirements: { isSetSupported: (set: string) => shared && set === "SharedRuntime" } },
      VisibilityMode: { taskpane: "Taskpane", hidden: "Hidden" },
      addin: {
        onVisibilityModeChanged: async (listener: Listener) => {
          told = listener;
        },
      },
    },
  });
}

test.each([
  ["is seen", { hidden: false }],
  ["is hidden in a host without shared runtimes, which calls no page but a pane", { hidden: true, shared: false }],
])("begins at once where the page %s", (_, state) => {
  page(state);
  const begin = jest.fn();
  whenShown(begin);
  expect(begin).toHaveBeenCalledTimes(1);
});

test.each([
  ["Excel shows the pane", () => told({ visibilityMode: "Taskpane" })],
  ["the page becomes visible", () => (page({ hidden: false }), document.dispatchEvent(new Event("visibilitychange", { bubbles: true })))],
  ["the frame gets a width", () => (page({ hidden: false }), window.dispatchEvent(new Event("resize")))],
  ["somebody touches it", () => document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }))],
])("begins once, not before, when %s", (_, happens) => {
  page({ hidden: true, width: 0 });
  const begin = jest.fn();
  whenShown(begin);
  window.dispatchEvent(new Event("resize"));
  told({ visibilityMode: "Hidden" });
  expect(begin).not.toHaveBeenCalled();
  happens();
  happens();
  expect(begin).toHaveBeenCalledTimes(1);
});

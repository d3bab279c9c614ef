import { createMemoryHost } from "../../src/host/memory-host";
import { describeHostContract } from "../support/host-contract";
import { makeWorkbook } from "../support/make-workbook";

describeHostContract({ name: "memory", open: async (workbook) => createMemoryHost(workbook) });

test("tells watchers of what another person does", async () => {
  const host = createMemoryHost(makeWorkbook([{ name: "表", cells: [["甲"]] }]));
  const listener = jest.fn();
  const stop = await host.watch(listener);
  host.replace(makeWorkbook([{ name: "表", cells: [["乙"]] }]), { sheet: "表" });
  expect(listener).toHaveBeenCalledWith({ sheet: "表" });
  await stop();
  host.replace(makeWorkbook([]), {});
  expect(listener).toHaveBeenCalledTimes(1);
});

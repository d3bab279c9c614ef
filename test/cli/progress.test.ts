import { progressText } from "../../src/cli/progress";

test.each([
  [0, 2000, 0, "0/2000"],
  [3, 2000, 0.4, "3/2000"],
  [37, 2000, 2, "37/2000  每秒 18.5 个  还需 1 分 47 秒"],
  [1990, 2000, 100, "1990/2000  每秒 19.9 个  还需 1 秒"],
  [2000, 2000, 100, "2000/2000  每秒 20.0 个  还需 0 秒"],
  [10, 100_000, 10, "10/100000  每秒 1.0 个  还需 27 小时 46 分"],
  [1, 8, 61, "1/8  每秒 0.0 个  还需 7 分 7 秒"],
])("%i of %i after %d s", (done, total, seconds, text) => {
  expect(progressText(done, total, seconds, "zh")).toBe(text);
});

test("in English", () => {
  expect(progressText(37, 2000, 2, "en")).toBe("37/2000  18.5 files/s  1 min 47 s left");
});

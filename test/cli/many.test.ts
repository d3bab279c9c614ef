import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expandFolders, pathOf } from "../../src/cli/files";
import { contentsOf } from "../support/make-workbook";
import { builtThread, runCli } from "../support/run-cli";
import { putSubmissions, submission } from "../support/submissions";

let folder: string;
let files: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "qingdan-many-"));
  files = putSubmissions(join(folder, "报送"), 30);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const linesIn = (name: string): string[] => readFileSync(at(name), "utf8").trimEnd().split("\n");
const filesIn = (name: string): string[] => linesIn(name).slice(1).map((text) => (JSON.parse(text) as { file: string }).file);
const record = (...more: readonly string[]): string[] => ["check", at("报送"), "--format", "jsonl", "--output", at("结果.jsonl"), ...more];

/** Counts what a run opens: what was checked before is not opened again. */
async function resume(...more: readonly string[]): Promise<{ status: number; complaint: string; opened: string[] }> {
  const opened: string[] = [];
  const { createXlsxHost } = await import("../../src/host/xlsx/xlsx-host");
  const { status, complaint } = await runCli(record("--resume", ...more), {
    openWorkbook: (bytes, name) => {
      opened.push(name);
      return createXlsxHost(bytes, { name });
    },
  });
  return { status, complaint, opened };
}

describe("in threads", () => {
  test.each(["text", "json", "sarif", "html", "opinion"])("%s says the same as one thread says, in the same order", async (format) => {
    const alone = await runCli(["check", at("报送"), "--format", format]);
    const together = await runCli(["check", at("报送"), "--format", format, "--jobs", "3"], { threads: builtThread });
    expect(together).toEqual(alone);
    expect([alone.status, alone.complaint.match(/不是 Excel 工作簿/g)]).toEqual([2, ["不是 Excel 工作簿", "不是 Excel 工作簿"]]);
  });

  test.each([
    ["takes more memory than there is", "let kept; for (let index = 0; ; index++) kept = { kept, index };", "要用的内存太多"],
    ["breaks the program off", "process.exit(3);", "程序意外中断"],
    ["makes it throw what nobody has caught", "setImmediate(() => { throw new Error('late'); }); return new Promise(() => undefined);", "late"],
  ])("a file that %s costs only itself, and is tried again when the run is taken up", async (_, death, sentence) => {
    // a thread that dies for certain on some files, and else is ours
    const program = at("线程.js");
    writeFileSync(program, `const answer = require(${JSON.stringify(builtThread.program)}); module.exports = (file) => { if (/表[25].xlsx$/.test(file)) { ${death} } return answer(file); };`);
    const deadly = files.filter((file) => /表[25]\.xlsx/.test(file));
    const { status, complaint } = await runCli(record("--jobs", "3"), { threads: { program, megabytes: 64 } });
    expect(status).toBe(2);
    for (const file of deadly) expect(complaint).toContain(`${file}：核查这个文件`);
    const told = linesIn("结果.jsonl").slice(1).map((text) => JSON.parse(text) as { file: string; error: string | null });
    expect(told.filter(({ error }) => error?.includes(sentence)).map(({ file }) => file).sort()).toEqual([...deadly].sort());
    expect([deadly.length, told.length, told.filter(({ error }) => error === null).length]).toEqual([8, 30, 20]);
    expect((await resume()).opened).toEqual(expect.arrayContaining(deadly.filter((file) => !readFileSync(file, "utf8").startsWith("不是"))));
    expect((await runCli(["report", at("结果.jsonl"), "--format", "json"])).output).toBe((await runCli(["check", at("报送"), "--format", "json"])).output);
  }, 60_000);

  test("threads that cannot start are said, and leave no file blamed for good", async () => {
    writeFileSync(at("坏线程.js"), "throw new Error('no such part');");
    const { status, complaint } = await runCli(record("--jobs", "2"), { threads: { program: at("坏线程.js") } });
    expect([status, complaint]).toEqual([2, expect.stringContaining("no such part")]);
    expect((await resume()).opened).toHaveLength(files.length);
  });

  test("without the program of a thread all is done in one", async () => {
    expect((await runCli(["check", at("报送"), "--jobs", "4"], { threads: { program: at("没有.js") } })).complaint).not.toContain("没有.js");
  });
});

describe("results as lines", () => {
  test("one a file after a header, in one line the contract's object", async () => {
    const { status, output } = await runCli(record());
    expect([status, output]).toEqual([2, ""]);
    expect(JSON.parse(linesIn("结果.jsonl")[0] ?? "")).toEqual({ qingdan: "results", version: 1, program: "0.1.0", asOf: "2026-03-01", language: "zh", settings: expect.stringMatching(/^[0-9a-f]{16}$/) as string });
    expect([...filesIn("结果.jsonl")].sort()).toEqual([...files].sort());
    const json = JSON.parse((await runCli(["check", at("报送"), "--format", "json"])).output) as { files: { file: string; tables: object[] }[] };
    for (const text of linesIn("结果.jsonl").slice(1)) {
      const { size, mtime, lights, ...line } = JSON.parse(text) as { file: string; size: number; mtime: string; lights?: unknown };
      expect(line).toMatchObject(json.files.find(({ file }) => file === line.file) ?? { file: "in the report" });
      expect([size > 0, Date.parse(mtime) > 0, Array.isArray(lights) || line.file]).toEqual([true, true, expect.anything()]);
    }
  });

  test("without --output they go to standard output", async () => {
    expect((await runCli(["check", at("报送"), "--format", "jsonl"])).output.trimEnd().split("\n")).toHaveLength(31);
  });

  test.each(["text", "json", "sarif", "html", "opinion"])("report --format %s is what check would have said, with the same status", async (format) => {
    await runCli(record("--jobs", "3"), { threads: builtThread });
    const reported = await runCli(["report", at("结果.jsonl"), "--format", format]);
    const checked = await runCli(["check", at("报送"), "--format", format]);
    expect([reported.status, reported.output]).toEqual([checked.status, checked.output]);
    await runCli(["report", at("结果.jsonl"), "--format", format, "--output", at("报告")]);
    expect(readFileSync(at("报告"), "utf8")).toBe(checked.output);
  });

  test("report --format xlsx is one workbook of all files", async () => {
    await runCli(record());
    await runCli(["report", at("结果.jsonl"), "--format", "xlsx", "--output", at("汇总.xlsx")]);
    await runCli(["check", at("报送"), "--format", "xlsx", "--output", at("直接.xlsx")]);
    const { createXlsxHost } = await import("../../src/host/xlsx/xlsx-host");
    const read = async (name: string) => (await createXlsxHost(readFileSync(at(name)))).read();
    const [made, direct] = [await read("汇总.xlsx"), await read("直接.xlsx")];
    expect(made.worksheets.map(contentsOf)).toEqual(direct.worksheets.map(contentsOf));
    expect(made.worksheets.map(({ name }) => name)).toEqual(["汇总", "问题清单"]);
  });

  test("the language is that of the check, whatever the machine of the report speaks", async () => {
    await runCli(record(), { language: "en" });
    expect((await runCli(["report", at("结果.jsonl")])).output).toContain("has no lead unit");
  });
});

describe("taken up again", () => {
  beforeEach(() => runCli(record()));

  test("nothing is checked again but what could not be checked", async () => {
    const { status, opened } = await resume();
    expect([status, opened.length]).toEqual([2, 2]);
    expect([...filesIn("结果.jsonl")].sort()).toEqual([...files].sort());
  });

  test("a last line that was broken off is dropped, its file checked again", async () => {
    const whole = readFileSync(at("结果.jsonl"));
    const sorted = [...linesIn("结果.jsonl")].sort();
    for (const cut of [1, 2, 100, 3000]) {
      writeFileSync(at("结果.jsonl"), whole.subarray(0, whole.length - cut));
      expect((await resume()).complaint).not.toContain("读不懂");
      expect([...linesIn("结果.jsonl")].sort()).toEqual(sorted);
    }
  });

  test("a file that has changed, in its size or its date alone, is checked again; its old line goes", async () => {
    const [first = "", second = "", third = ""] = files;
    writeFileSync(first, submission(99, 3));
    utimesSync(second, new Date("2026-02-02T02:02:02Z"), new Date("2026-02-02T02:02:02Z"));
    const { opened } = await resume();
    expect(opened).toEqual(expect.arrayContaining([first, second]));
    expect(opened).not.toContain(third);
    expect([...filesIn("结果.jsonl")].sort()).toEqual([...files].sort());
    expect(linesIn("结果.jsonl").find((text) => text.includes(first))).toContain('"rows":3');
  });

  test("what was checked in another folder stays", async () => {
    mkdirSync(at("另报"));
    writeFileSync(at("另报/补充.xlsx"), submission(1, 2));
    await runCli(["check", at("另报"), "--format", "jsonl", "--output", at("结果.jsonl"), "--resume"]);
    expect([...filesIn("结果.jsonl")].sort()).toEqual([...files, at("另报/补充.xlsx")].sort());
  });

  test.each([
    ["another day", ["--as-of", "2026-03-02"], "--as-of 2026-03-01"],
    ["another span", ["--due-soon", "7"], "别的设置"],
    ["another reading of leads", ["--lead-first"], "别的设置"],
  ])("%s is refused, and what is there stays", async (_, options, sentence) => {
    const before = readFileSync(at("结果.jsonl"));
    const { status, complaint, opened } = await resume(...options);
    expect([status, complaint.trim().split("\n").length, opened]).toEqual([2, 1, []]);
    expect(complaint).toContain(sentence);
    expect(readFileSync(at("结果.jsonl")).equals(before)).toBe(true);
  });

  test("another version is refused", async () => {
    const { status, complaint } = await runCli(record("--resume"), { version: "0.2.0" });
    expect([status, complaint]).toEqual([2, expect.stringMatching(/0\.1\.0 版.*0\.2\.0 版/)]);
  });

  test("the same settings said another way go on", async () => {
    const settings = at("设置.json");
    writeFileSync(settings, '{"leadFirst":true,"dueSoonDays":7}');
    await runCli(record("--due-soon", "7", "--lead-first"));
    expect((await resume("--rules", settings)).opened).toHaveLength(2);
  });

  test("a file that holds no results is left as it is", async () => {
    for (const text of ["会议记录\n第二行\n", '{"version":1}\n', "\n"]) {
      writeFileSync(at("结果.jsonl"), text);
      const { status, complaint } = await resume();
      expect([status, complaint]).toEqual([2, expect.stringContaining("不是核查结果文件")]);
      expect(readFileSync(at("结果.jsonl"), "utf8")).toBe(text);
    }
  });

  test("where nothing is there it begins", async () => {
    rmSync(at("结果.jsonl"));
    expect((await resume()).opened).toHaveLength(files.length);
    writeFileSync(at("结果.jsonl"), "");
    expect((await resume()).opened).toHaveLength(files.length);
  });

  test("a line that somebody has spoilt is told of, and its file checked again", async () => {
    const lines = linesIn("结果.jsonl");
    writeFileSync(at("结果.jsonl"), [...lines.slice(0, 4), (lines[4] ?? "").slice(20), ...lines.slice(5)].map((text) => `${text}\n`).join(""));
    expect((await runCli(["report", at("结果.jsonl")])).complaint).toContain("第 5 行读不懂");
    expect((await resume()).complaint).toContain("第 5 行读不懂");
    expect([...filesIn("结果.jsonl")].sort()).toEqual([...files].sort());
    expect((await runCli(["report", at("结果.jsonl")])).complaint).toBe("");
  });

  test("a report of a check that was broken off says so", async () => {
    appendFileSync(at("结果.jsonl"), '{"file":"半');
    const { status, complaint } = await runCli(["report", at("结果.jsonl")]);
    expect([status, complaint]).toEqual([2, expect.stringContaining("没有写完")]);
  });
});

describe("in parts", () => {
  test("the parts together are the whole, in one file or in several", async () => {
    const parts = [1, 2, 3].map((number) => at(`第${number}份.jsonl`));
    for (const [index, part] of parts.entries()) await runCli(["check", at("报送"), "--format", "jsonl", "--output", part, "--shard", `${index + 1}/3`]);
    const whole = (await runCli(["check", at("报送"), "--format", "json"])).output;
    expect((await runCli(["report", ...parts, "--format", "json"])).output).toBe(whole);
    writeFileSync(at("合并.jsonl"), parts.map((part) => readFileSync(part, "utf8")).join(""));
    const joined = await runCli(["report", at("合并.jsonl"), "--format", "json"]);
    expect([joined.output, joined.complaint]).toEqual([whole, ""]);
    expect(parts.map((part) => linesIn(part.slice(folder.length + 1)).length > 3)).toEqual([true, true, true]);
  });

  test("parts of different days do not make one report", async () => {
    await runCli(["check", at("报送"), "--format", "jsonl", "--output", at("甲.jsonl"), "--shard", "1/2"]);
    await runCli(["check", at("报送"), "--format", "jsonl", "--output", at("乙.jsonl"), "--shard", "2/2", "--as-of", "2026-04-01"]);
    const { status, complaint } = await runCli(["report", at("甲.jsonl"), at("乙.jsonl")]);
    expect([status, complaint]).toEqual([2, expect.stringContaining("2026-04-01")]);
    writeFileSync(at("合并.jsonl"), readFileSync(at("甲.jsonl"), "utf8") + readFileSync(at("乙.jsonl"), "utf8"));
    expect((await runCli(["report", at("合并.jsonl")])).status).toBe(2);
  });

  test("two towns' files of one name both stand in the report, which says so", async () => {
    for (const [town, rows] of [["甲", 2], ["乙", 5]] as const) {
      mkdirSync(at(town));
      writeFileSync(at(`${town}/责任分工表.xlsx`), submission(rows, rows));
      await runCli(["check", at(town), "--format", "jsonl", "--output", at(`${town}.jsonl`)]);
      writeFileSync(at(`${town}.jsonl`), readFileSync(at(`${town}.jsonl`), "utf8").replaceAll(at(`${town}/`), ""));
    }
    const { output, complaint } = await runCli(["report", at("甲.jsonl"), at("乙.jsonl"), "--format", "json"]);
    expect((JSON.parse(output) as { files: object[] }).files).toHaveLength(2);
    expect(complaint).toContain("责任分工表.xlsx：结果里有 2 个同名而内容不同的文件");
  });

  test("report names the file it cannot read, and never writes over one", async () => {
    expect((await runCli(["report", at("没有.jsonl")])).complaint).toContain("没有.jsonl");
    expect((await runCli(["report", files[0] ?? ""])).complaint).toContain("不是核查结果文件");
    await runCli(record());
    const before = readFileSync(at("结果.jsonl"));
    expect((await runCli(["report", at("结果.jsonl"), "--output", at("结果.jsonl")])).status).toBe(2);
    expect(readFileSync(at("结果.jsonl")).equals(before)).toBe(true);
  });
});

describe("stopped", () => {
  test.each([1, 3])("with %i at a time: a sentence, status 130, whole lines, and the rest when taken up again", async (jobs) => {
    const stop = new AbortController();
    let seen = 0;
    const { status, complaint } = await runCli(record("--jobs", String(jobs)), {
      threads: builtThread,
      listenForStop: () => ({ signal: stop.signal, end: () => undefined }),
      showProgress: () => {
        if (++seen === 12) stop.abort();
      },
    });
    expect([status, complaint]).toEqual([130, expect.stringMatching(/已停止，还有 \d+ 个文件没有核查.*--resume/)]);
    const done = filesIn("结果.jsonl");
    expect([done.length > 0, done.length < files.length]).toEqual([true, true]);
    const { opened } = await resume();
    expect(opened.length).toBeLessThan(files.length);
    expect([...filesIn("结果.jsonl")].sort()).toEqual([...files].sort());
  });

  test("a report that is not whole is not written", async () => {
    const stop = new AbortController();
    stop.abort();
    writeFileSync(at("报告.json"), "原样");
    const { status } = await runCli(["check", at("报送"), "--format", "json", "--output", at("报告.json")], { listenForStop: () => ({ signal: stop.signal, end: () => undefined }) });
    expect([status, readFileSync(at("报告.json"), "utf8")]).toEqual([130, "原样"]);
  });
});

describe("folders", () => {
  test("links in circles end, and lead to nothing twice", async () => {
    symlinkSync(at("报送"), at("报送/白沙镇/回到上面"));
    symlinkSync("..", at("报送/临江镇/再回去"));
    expect((await expandFolders([at("报送")])).map(({ input }) => pathOf(input)).sort()).toEqual([...files].sort());
  });

  test("10,000 names, and folders far down", async () => {
    const deep = join(at("多"), ...Array.from({ length: 40 }, (_, index) => `第${index}层`));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, "最深.xlsx"), "");
    for (let index = 0; index < 10_000; index++) writeFileSync(join(at("多"), `表${index}.xlsx`), "");
    const found = await expandFolders([at("多")]);
    expect(found).toHaveLength(10_001);
    expect(new Set(found.map(({ within }) => within)).size).toBe(10_001);
    expect(found.some(({ within }) => within.startsWith("..") || within.startsWith("/"))).toBe(false);
  });
});

import { parseCommand, UsageError } from "../../src/cli/arguments";

test.each([
  ["check a.xlsx", { name: "check", files: ["a.xlsx"], format: "text", output: undefined, settings: {}, run: {} }],
  ["check a.xlsx 文件夹 --as-of 2022-11-18 --due-soon 60 --lead-first --format json --output o.json --rules r.json", {
    name: "check", files: ["a.xlsx", "文件夹"], format: "json", output: "o.json", settings: { asOf: "2022-11-18", dueSoonDays: 60, leadFirst: true, file: "r.json" }, run: {},
  }],
  ["check 报送 --format jsonl --output r.jsonl --resume --jobs 4 --shard 2/10", { name: "check", files: ["报送"], format: "jsonl", output: "r.jsonl", settings: {}, run: { jobs: 4, shard: { number: 2, count: 10 }, resumes: true } }],
  ["report a.jsonl b.jsonl --format html --output r.html", { name: "report", files: ["a.jsonl", "b.jsonl"], format: "html", output: "r.html" }],
  ["check a.xlsx --format html", { name: "check", files: ["a.xlsx"], format: "html", output: undefined, settings: {}, run: {} }],
  ["check a.xlsx --format sarif", { name: "check", files: ["a.xlsx"], format: "sarif", output: undefined, settings: {}, run: {} }],
  ["check a.xlsx --format opinion", { name: "check", files: ["a.xlsx"], format: "opinion", output: undefined, settings: {}, run: {} }],
  ["check a.xlsx --format xlsx --output b.xlsx", { name: "check", files: ["a.xlsx"], format: "xlsx", output: "b.xlsx", settings: {}, run: {} }],
  ["fix a.xlsx --output b.xlsx --unsafe --rule no-blank-row --rule valid-number", { name: "fix", file: "a.xlsx", output: "b.xlsx", includesUnsafe: true, rules: ["no-blank-row", "valid-number"], settings: {} }],
  ["rules --format json", { name: "rules", format: "json" }],
  ["", { name: "help" }],
  ["check --help", { name: "help" }],
  ["--version", { name: "version" }],
])("reads “%s”", (words, command) => {
  expect(parseCommand(words.split(" ").filter((word) => word !== ""))).toEqual(command);
});

test.each([
  ["chekc a.xlsx", "chekc"],
  ["check", "请写上"],
  ["check a.xlsx --as-of 2022-02-30", "2022-02-30"],
  ["check a.xlsx --as-of 18/11/2022", "18/11/2022"],
  ["check a.xlsx --due-soon soon", "soon"],
  ["check a.xlsx --due-soon -3", "--due-soon"],
  ["check a.xlsx --format xml", "xml"],
  ["check a.xlsx --jobs 0", "“0”"],
  ["check a.xlsx --jobs many", "“many”"],
  ["check a.xlsx --jobs 1000", "“1000”"],
  ["check a.xlsx --shard 3/2", "“3/2”"],
  ["check a.xlsx --shard 0/2", "“0/2”"],
  ["check a.xlsx --shard half", "“half”"],
  ["check a.xlsx --resume", "--resume"],
  ["check a.xlsx --resume --format jsonl", "--output"],
  ["check a.xlsx --resume --format json --output r.json", "--format jsonl"],
  ["report", "请写上"],
  ["report a.jsonl --format xlsx", "--output"],
  ["report a.jsonl --format jsonl", "“jsonl”"],
  ["report a.jsonl --as-of 2026-01-01", "--as-of"],
  ["check a.xlsx --format xlsx", "--output"],
  ["rules --format html", "html"],
  ["fill a.docx --output b.xlsx --format sarif", "sarif"],
  ["check a.xlsx --colour", "--colour"],
  ["check a.xlsx --unsafe", "--unsafe"],
  ["rules a.xlsx", "a.xlsx"],
  ["fix a.xlsx", "--output"],
  ["fix a.xlsx b.xlsx --output c.xlsx", "一次"],
])("says in one plain sentence what is wrong with “%s”", (words, quoted) => {
  let error: unknown;
  try {
    parseCommand(words.split(" "));
  } catch (thrown) {
    error = thrown;
  }
  if (!(error instanceof UsageError)) throw new Error("no usage error");
  expect(error.text.zh).toContain(quoted);
  expect(error.text.zh).not.toMatch(/\n|Error|undefined/);
  expect(error.text.en).not.toMatch(/[\u4e00-\u9fff]|undefined/);
});

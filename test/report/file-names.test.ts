import { fileName, fileTitle, uriOf } from "../../src/report/file-names";

test.each([
  ["报送/青石县/责任分工.xlsx", "责任分工.xlsx", "责任分工", "%E6%8A%A5%E9%80%81/%E9%9D%92%E7%9F%B3%E5%8E%BF/%E8%B4%A3%E4%BB%BB%E5%88%86%E5%B7%A5.xlsx"],
  ["a.xlsx", "a.xlsx", "a", "a.xlsx"],
  ["./a.XLSM", "a.XLSM", "a", "a.XLSM"],
  ["../b/a b#1?.xlsx", "a b#1?.xlsx", "a b#1?", "../b/a%20b%231%3F.xlsx"],
  ["/tmp/一.xlsx", "一.xlsx", "一", "file:///tmp/%E4%B8%80.xlsx"],
  ["C:\\报送\\a.xlsx", "a.xlsx", "a", "file:///C:/%E6%8A%A5%E9%80%81/a.xlsx"],
  ["C:/a.xlsx", "a.xlsx", "a", "file:///C:/a.xlsx"],
  ["\\\\server\\share\\a.xlsx", "a.xlsx", "a", "file://server/share/a.xlsx"],
  ["文件夹/", "文件夹", "文件夹", "%E6%96%87%E4%BB%B6%E5%A4%B9/"],
  ["1:2.xlsx", "1:2.xlsx", "1:2", "1%3A2.xlsx"],
  ["半个\ud842字.xlsx", "半个\ud842字.xlsx", "半个\ud842字", "%E5%8D%8A%E4%B8%AA%EF%BF%BD%E5%AD%97.xlsx"],
])("%s", (path, name, title, uri) => {
  expect([fileName(path), fileTitle(path), uriOf(path)]).toEqual([name, title, uri]);
  expect(new URL(uriOf(path), "file:///base/").protocol).toBe("file:");
});

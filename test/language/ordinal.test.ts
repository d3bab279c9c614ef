import fc from "fast-check";
import { ordinalOf, writeOrdinal } from "../../src/language/ordinal";

test.each([
  ["1", 1],
  ["01", 1],
  ["1.", 1],
  ["1．", 1],
  ["12、", 12],
  ["（1）", 1],
  ["(3)", 3],
  ["１２", 12],
  ["一", 1],
  ["十", 10],
  ["十二", 12],
  ["二十", 20],
  ["二十三、", 23],
  ["（四）", 4],
  ["一百零五", 105],
  ["①", 1],
  ["⑳", 20],
  ["㉑", 21],
  ["第3项", 3],
])("%s is %d", (text, value) => {
  expect(ordinalOf(text)).toBe(value);
});

test.each(["", "1.1", "1-2", "3.2.1", "ZB-01", "A1", "附", "一二三", "1a", "十十"])("%s is no plain number", (text) => {
  expect(ordinalOf(text)).toBeUndefined();
});

test.each([
  ["（1）", 2, "（2）"],
  ["1.", 10, "10."],
  ["01", 9, "09"],
  ["09", 10, "10"],
  ["一、", 11, "十一、"],
  ["①", 2, "②"],
  ["⑳", 21, "㉑"],
  ["１", 12, "１２"],
])("written like %s, %d is %s", (like, value, text) => {
  expect(writeOrdinal(like, value)).toBe(text);
});

test("what is written is read again", () => {
  const likes = fc.constantFrom("1", "1.", "（1）", "01", "一", "（一）", "十、", "①", "１", "第1项");
  fc.assert(fc.property(likes, fc.integer({ min: 1, max: 999 }), (like, value) => expect(ordinalOf(writeOrdinal(like, value))).toBe(value)));
});

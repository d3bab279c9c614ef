import type { Text } from "../core/text";
import { HostError, type HostErrorCode } from "./host-error";

const messages: { readonly [C in HostErrorCode]: (detail: string) => Text } = {
  "not-a-workbook": () => ({
    zh: "这不是 Excel 工作簿（.xlsx 或 .xlsm）。请确认选对了文件；如果是 WPS 或其他格式，请先另存为 .xlsx",
    en: "This is not an Excel workbook (.xlsx or .xlsm). Check that it is the right file; save other formats as .xlsx first",
  }),
  "old-format": () => ({
    zh: "这是旧版的 .xls 工作簿，读不了。请用 Excel 或 WPS 打开，另存为 .xlsx 再试",
    en: "This is an old .xls workbook, which cannot be read. Open it in Excel or WPS and save it as .xlsx",
  }),
  encrypted: () => ({
    zh: "这个工作簿设了打开密码，读不了。请先用 Excel 或 WPS 打开并取消密码，再另存一份",
    en: "This workbook needs a password to open, so it cannot be read. Open it, remove the password and save a copy",
  }),
  "empty-file": () => ({
    zh: "这个文件是空的（0 字节），可能没有传完。请重新取一份",
    en: "This file is empty (0 bytes); it may not have been sent completely. Get it again",
  }),
  damaged: (detail) => ({
    zh: `这个工作簿已损坏或不完整${detail === "" ? "" : `（${detail}）`}，读不了。请重新取一份，或用 Excel 打开修复后另存`,
    en: `This workbook is damaged or incomplete${detail === "" ? "" : ` (${detail})`} and cannot be read. Get it again, or repair it in Excel and save a copy`,
  }),
  "too-large": (detail) => ({
    zh: `这个工作簿太大${detail === "" ? "" : `（${detail}）`}，超出了能安全读取的范围。请删去无关的工作表或内容后再试`,
    en: `This workbook is too large${detail === "" ? "" : ` (${detail})`} to be read safely. Remove what does not belong in it and try again`,
  }),
  "protected-sheet": (detail) => ({
    zh: `工作表“${detail}”有保护，没有写入任何内容。请先在“审阅”里撤销工作表保护，再试一次`,
    en: `The sheet “${detail}” is protected; nothing was written. Remove the protection under Review and try again`,
  }),
  "protected-workbook": () => ({
    zh: "工作簿结构有保护，不能增减工作表，没有写入任何内容。请先在“审阅”里撤销工作簿保护",
    en: "The workbook's structure is protected, so sheets cannot be added or removed; nothing was written. Remove the protection under Review",
  }),
  "read-only": () => ({
    zh: "工作簿是只读的，没有写入任何内容。请另存一份再修改",
    en: "The workbook is read-only; nothing was written. Save a copy and change that",
  }),
  "cell-edit-mode": () => ({
    zh: "有一个单元格正在编辑。请先按回车或 Esc 结束编辑，再试一次",
    en: "A cell is being edited. Press Enter or Esc to finish, then try again",
  }),
  "missing-sheet": (detail) => ({
    zh: `找不到工作表“${detail}”，可能已改名或删除。请重新核查`,
    en: `The sheet “${detail}” cannot be found; it may have been renamed or deleted. Check again`,
  }),
  "invalid-sheet-name": (detail) => ({
    zh: `“${detail}”不能作工作表名：不超过 31 个字，不含 \\ / ? * [ ] :`,
    en: `“${detail}” cannot be a sheet's name: at most 31 characters, none of \\ / ? * [ ] :`,
  }),
  "unsupported-version": (detail) => ({
    zh: `这个版本的 Excel 做不到这一步（需要 ${detail}）。请升级 Office，或在浏览器页面里打开这个工作簿`,
    en: `This version of Excel cannot do this (it needs ${detail}). Update Office, or open the workbook in the browser page`,
  }),
  "payload-limit": () => ({
    zh: "一次读写的内容超过了 Excel 的限制，没有写入任何内容。请分几次进行",
    en: "This is more than Excel takes at once; nothing was written. Do it in several parts",
  }),
  cancelled: () => ({ zh: "已取消，没有写入任何内容", en: "Cancelled; nothing was written" }),
  "unreadable-file": (detail) => ({
    zh: `读不了这个文件${detail === "" ? "" : `（${detail}）`}。请确认文件存在、没有被占用，并且有读取权限`,
    en: `The file cannot be read${detail === "" ? "" : ` (${detail})`}. Check that it exists, is not in use and may be read`,
  }),
  "empty-folder": () => ({
    zh: "这个文件夹里没有 .xlsx 或 .xlsm 工作簿。请确认选对了文件夹",
    en: "This folder holds no .xlsx or .xlsm workbook. Check that it is the right one",
  }),
  "unwritable-file": (detail) => ({
    zh: `写不了输出文件${detail === "" ? "" : `（${detail}）`}，没有留下任何内容。请确认文件夹存在、文件没有被占用，并且有写入权限`,
    en: `The output file cannot be written${detail === "" ? "" : ` (${detail})`}; nothing was left behind. Check that its folder exists, that it is not in use and may be written`,
  }),
  "host-failure": (detail) => ({
    zh: `Excel 没有完成这一步${detail === "" ? "" : `（${detail}）`}。请再试一次；如果还不行，请关闭工作簿重新打开`,
    en: `Excel did not complete this step${detail === "" ? "" : ` (${detail})`}. Try again; if it fails again, close the workbook and open it anew`,
  }),
};

/** A sentence for a person: what is wrong and what to do. Any other error is a defect of ours and says so. */
export function describeHostError(error: unknown): Text {
  if (error instanceof HostError) return messages[error.code](error.detail ?? "");
  const detail = error instanceof Error ? error.message : String(error);
  return {
    zh: `程序出错了，没有写入任何内容。请把这句话告诉维护人员：${detail}`,
    en: `Something went wrong in the program; nothing was written. Please pass this on to its maintainers: ${detail}`,
  };
}

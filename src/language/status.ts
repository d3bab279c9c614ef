const notDone = /大半|过半|一半|大部|多半|小半|分之|前期|首期|第?一阶段|未|没|尚|正在|在建|推进中|进行中|部分|基本|即将|预计|待|否|不|无法|逾期|超期|延期|滞后|暂|(?<!\d)[1-9]?\d(?:\.\d+)?%/;
const done = /^(?:任务)?(?:已|均已|全部|全面|如期|按期|提前|按时)*(?:完成|办结|结束|销号|办理完毕|办毕|验收|落实到位|整改到位|竣工|归档)|^(?:是|√|✓|✔|☑|完结|已办|已落实|已整改|已建成|已竣工|已投用|done|completed?|finished|yes|true)(?:[。.！!]|$)|^100(?:\.0*)?%$|已[^，。；]{0,14}(?:完成|办结|销号)[。.]?$/i;

/** Whether a 完成状态 cell says that the task is done: 已完成, 办结, 销号, √, 100%; 未完成, 基本完成 and 推进中 are not. */
export function isDone(text: string): boolean {
  const plain = text.normalize("NFKC").replace(/\s+/g, "").slice(0, 60);
  return plain !== "" && !notDone.test(plain) && done.test(plain);
}

/** Whether a 完成状态 cell says that the task lags: 滞后, 进度偏慢. */
export function isBehind(text: string): boolean {
  return /滞后|落后|[偏缓较]慢|未达序时/.test(text) && !/[无不未]滞后/.test(text);
}

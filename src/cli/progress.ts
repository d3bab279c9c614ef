import type { Language } from "../core/text";

/** How far a run over many files is: 37/2000, files a second, time left. `seconds` since it began. */
export function progressText(done: number, total: number, seconds: number, language: Language): string {
  const count = `${done}/${total}`;
  if (done === 0 || seconds < 1) return count;
  const speed = done / seconds;
  const left = timeText((total - done) / speed, language);
  return language === "zh" ? `${count}  每秒 ${speed.toFixed(1)} 个  还需 ${left}` : `${count}  ${speed.toFixed(1)} files/s  ${left} left`;
}

function timeText(seconds: number, language: Language): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (hours > 0) return language === "zh" ? `${hours} 小时 ${minutes} 分` : `${hours} h ${minutes} min`;
  if (minutes > 0) return language === "zh" ? `${minutes} 分 ${rest} 秒` : `${minutes} min ${rest} s`;
  return language === "zh" ? `${rest} 秒` : `${rest} s`;
}

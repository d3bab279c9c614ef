/** Full-width ASCII and the brackets and signs that stand for it, one character for one, so that places stay. */
export function level(text: string): string {
  return /[\uff01-\uff5e〔〕【】∶]/.test(text)
    ? text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/[〔【]/g, "(").replace(/[〕】]/g, ")").replace(/∶/g, ":")
    : text;
}

/** Without white space, but for one space between two Latin words. */
export function withoutSpaces(text: string): string {
  if (!/[\s\u200b\ufeff]/.test(text)) return text;
  return text.replace(/[\s\u200b\ufeff]+/g, (_, at: number, all: string) => {
    const after = /^[\s\u200b\ufeff]+([A-Za-z])/.test(all.slice(at, at + 20));
    return at > 0 && after && /[A-Za-z]/.test(all.charAt(at - 1)) ? " " : "";
  });
}

const firstLetters = "合总小共累";

/** A cheap question before the dear one: may a cell, as it stands with its white space, say 合计? */
export function mayBeTotal(text: string): boolean {
  const code = text.charCodeAt(0);
  // a letter that shows and begins none of the words settles it
  return text.length <= 40 && (code <= 0x20 || (code >= 0x7f && code <= 0x3000) || code === 0xfeff || firstLetters.includes(text.charAt(0)));
}

/** Whether a text heads a row that adds up the others: 合计, 小　计. */
export function isTotal(text: string): boolean {
  return text.length <= 12 && firstLetters.includes(text.charAt(0)) && text !== "" && /^(?:合|总|小|共|累)\s*计(?:$|[\s：:（(\d])/.test(text);
}

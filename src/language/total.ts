const firstLetters = "合总小共累";

/** Whether a text heads a row that adds up the others: 合计, 小　计. */
export function isTotal(text: string): boolean {
  return text.length <= 12 && firstLetters.includes(text.charAt(0)) && text !== "" && /^(?:合|总|小|共|累)\s*计(?:$|[\s：:（(\d])/.test(text);
}

/** Arithmetic as it is meant, to be written in many ways; cells are those of the sheet 监测. */
export type Meaning =
  | { readonly kind: "cell"; readonly row: number; readonly column: number }
  | { readonly kind: "column-sum"; readonly column: number; readonly from: number; readonly to: number }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "+" | "-" | "*" | "/"; readonly left: Meaning; readonly right: Meaning };

export const hundred: Meaning = { kind: "number", value: 100 };
/** Writes a meaning; `pick(n)` chooses among n ways. */
export function write(meaning: Meaning, pick: (ways: number) => number): string {
  const inner = (part: Meaning): string => {
    const text = write(part, pick);
    return /^[A-Z$]+\$?\d+$|^\d+$/.test(text) ? text : `(${text})`;
  };
  const dressed = (text: string): string => [text, `(${text})`, `ROUND(${text},2)`, `IFERROR(${text},"")`, `IF(A1=0,"",${text})`, `+(${text})`, `--(${text})`, `N(${text})`][pick(8)] ?? text;
  switch (meaning.kind) {
    case "number":
      return meaning.value === 100 ? (["100", "1/1%", "10^2", "100.0"][pick(4)] ?? "100") : String(meaning.value);
    case "cell":
      return cellText(meaning.row, meaning.column, pick(6));
    case "column-sum": {
      const { column, from, to } = meaning;
      const rows = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      const spelled = rows.map((row) => cellText(row, column, pick(3)));
      return [`SUM(${cellText(from, column, 0)}:${cellText(to, column, 1)})`, spelled.join("+"), `SUM(${spelled.join(",")})`, `SUBTOTAL(9,${cellText(to, column, 0)}:${cellText(from, column, 0)})`, spelled.reverse().join(" + ")][pick(5)] ?? "";
    }
    case "+":
      return dressed([`${inner(meaning.left)}+${inner(meaning.right)}`, `${inner(meaning.right)}+${inner(meaning.left)}`, `SUM(${inner(meaning.left)},${inner(meaning.right)})`, `${inner(meaning.left)}--${inner(meaning.right)}`][pick(4)] ?? "");
    case "-":
      return dressed([`${inner(meaning.left)}-${inner(meaning.right)}`, `-(${inner(meaning.right)}-${inner(meaning.left)})`, `${inner(meaning.left)}+-1*${inner(meaning.right)}`, `-${inner(meaning.right)}+${inner(meaning.left)}`][pick(4)] ?? "");
    case "*":
      return dressed([`${inner(meaning.left)}*${inner(meaning.right)}`, `${inner(meaning.right)} * ${inner(meaning.left)}`, `PRODUCT(${inner(meaning.left)},${inner(meaning.right)})`, distributed(meaning.left, meaning.right, inner)][pick(4)] ?? "");
    case "/":
      return dressed([`${inner(meaning.left)}/${inner(meaning.right)}`, `${inner(meaning.left)}*(1/${inner(meaning.right)})`, `1/(${inner(meaning.right)}/${inner(meaning.left)})`, `${inner(meaning.left)}*${inner(meaning.right)}^-1`, `${inner(meaning.left)}%/${inner(meaning.right)}/0.01`, `100*(${inner(meaning.left)}/${inner(meaning.right)}/100)`, `${inner(meaning.left)}/${inner(meaning.right)}-1+1`][pick(7)] ?? "");
  }
}

function distributed(left: Meaning, right: Meaning, inner: (part: Meaning) => string): string {
  return left.kind === "+" || left.kind === "-" ? `${inner(left.left)}*${inner(right)}${left.kind}${inner(left.right)}*${inner(right)}` : `${inner(left)}*${inner(right)}`;
}

function cellText(row: number, column: number, way: number): string {
  const letter = "ABCD"[column] ?? "A";
  return [`${letter}${row + 1}`, `$${letter}$${row + 1}`, `${letter}$${row + 1}`, `$${letter}${row + 1}`, `监测!${letter}${row + 1}`, `'监测'!$${letter}${row + 1}`][way] ?? "";
}

/** Chooses by a list of numbers, over and over. */
export const picker = (choices: readonly number[]): ((ways: number) => number) => {
  let index = 0;
  return (ways) => (choices[index++ % choices.length] ?? 0) % ways;
};

/** Other arithmetic for whatever values: each changes what is computed where all cells hold different things. */
export function mutate(meaning: Meaning, way: number): Meaning {
  if (meaning.kind !== "/") return meaning;
  const { left, right } = meaning;
  const other: Meaning = { kind: "cell", row: 7, column: 2 };
  const ways: readonly Meaning[] = [
    { kind: "/", left: right, right: left },
    { kind: "*", left: meaning, right: hundred },
    { kind: "/", left: meaning, right: hundred },
    { kind: "/", left: other, right },
    { kind: "/", left, right: other },
    { kind: "/", left: { kind: "+", left, right: other }, right },
    { kind: "/", left: { kind: "-", left, right: other }, right },
    { kind: "/", left, right: { kind: "+", left: right, right: other } },
    { kind: "*", left, right },
    { kind: "-", left, right },
    { kind: "+", left: meaning, right: { kind: "number", value: 1 } },
    ...(left.kind === "+" || left.kind === "-" ? ([{ kind: "/", left: { ...left, kind: left.kind === "+" ? "-" : "+" }, right }, { kind: "/", left: left.left, right }] as const) : []),
  ];
  return ways[way % ways.length] ?? meaning;
}

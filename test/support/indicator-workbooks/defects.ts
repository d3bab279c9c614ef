import type { CellValue } from "../../../src/core/workbook";
import type { Draft, Piece, SheetPen } from "./draft";
import { add, times, typed, writeGrowthWrongly, type Style } from "./formulas";
import type { Random } from "./random";
import type { Subject } from "./subjects";

export type Spot = { readonly pen: SheetPen; readonly row: number; readonly column: number };

/** One value of one indicator: where it stands and what it is computed from. References are asked for when all inputs are in place. */
export type Scene = {
  readonly subject: Subject;
  readonly style: Style;
  readonly value: Spot;
  readonly over: Spot;
  readonly under: Spot;
  readonly refOver: () => Piece;
  readonly refUnder: () => Piece;
  /** Cells beside the right ones: another quantity of the same row, the same quantities of another row. */
  readonly refDecoy?: () => Piece;
  readonly refOtherOver?: () => Piece;
  readonly refOtherUnder?: () => Piece;
  /** Nothing but its name in a header tells where its inputs are. */
  readonly isFar?: boolean;
};

type Write = (scene: Scene, random: Random) => CellValue | Piece | { readonly content: CellValue | Piece; readonly format: string };

type Defect = {
  readonly rule: string;
  readonly at: "value" | "over" | "under";
  readonly fits: (scene: Scene) => boolean;
  /** What stands in the input cell instead. */
  readonly spoil?: (right: number, scene: Scene, random: Random) => CellValue;
  readonly write?: Write;
};

export function right({ style, subject, refOver, refUnder }: Scene, over = refOver(), under = refUnder()): Piece {
  return style.write(over, under, style.isPercent === true ? 1 : subject.factor);
}

const isRatio = ({ subject }: Scene): boolean => subject.form === "ratio";
const isGrowth = ({ subject }: Scene): boolean => subject.form === "growth";
const always = (): boolean => true;
const isNear = ({ isFar }: Scene): boolean => isFar !== true;

function wrongFormula(fits: (scene: Scene) => boolean, write: Write): Defect {
  return { rule: "valid-indicator-formula", at: "value", fits, write };
}

function numberOf(piece: Piece): number {
  return typeof piece.value === "number" ? piece.value : 0;
}

/** Formula with another factor; its value follows from the right one's. */
function scaled(scene: Scene, factor: number): Piece {
  return scene.style.write(scene.refOver(), scene.refUnder(), factor);
}

export const defects = {
  "swapped": wrongFormula(isRatio, (scene) => right(scene, scene.refUnder(), scene.refOver())),
  "wrong numerator": wrongFormula((scene) => isRatio(scene) && scene.refDecoy !== undefined, (scene) => right(scene, scene.refDecoy?.())),
  "wrong denominator": wrongFormula((scene) => isRatio(scene) && scene.refDecoy !== undefined, (scene) => right(scene, scene.refOver(), scene.refDecoy?.())),
  "neighbour added": wrongFormula((scene) => isRatio(scene) && scene.refDecoy !== undefined, (scene) => right(scene, scene.refDecoy === undefined ? undefined : add(scene.refOver(), scene.refDecoy()))),
  "numerator of another row": wrongFormula((scene) => scene.refOtherOver !== undefined, (scene) => right(scene, scene.refOtherOver?.())),
  "denominator of another row": wrongFormula((scene) => scene.refOtherUnder !== undefined, (scene) => right(scene, scene.refOver(), scene.refOtherUnder?.())),
  "both of another row": wrongFormula((scene) => scene.refOtherOver !== undefined && scene.refOtherUnder !== undefined, (scene) => right(scene, scene.refOtherOver?.(), scene.refOtherUnder?.())),
  "ten times": wrongFormula((scene) => isRatio(scene) && scene.style.isPercent !== true, (scene) => scaled(scene, scene.subject.factor * 10)),
  "a tenth": wrongFormula((scene) => isRatio(scene) && scene.subject.factor > 1 && scene.style.isPercent !== true, (scene) => scaled(scene, scene.subject.factor / 10)),
  "times 100 though no share": wrongFormula((scene) => isRatio(scene) && scene.subject.factor === 1, (scene) => scaled(scene, 100)),
  "growth over this year": wrongFormula(isGrowth, (scene) => writeGrowthWrongly("over this year", scene.refOver(), scene.refUnder(), scene.style)),
  "growth without the difference": wrongFormula(isGrowth, (scene) => writeGrowthWrongly("no difference", scene.refOver(), scene.refUnder(), scene.style)),
  "growth backwards": wrongFormula(isGrowth, (scene) => writeGrowthWrongly("backwards", scene.refOver(), scene.refUnder(), scene.style)),
  "bare ratio under (%)": { rule: "valid-percent-scale", at: "value", fits: ({ subject, style }) => subject.valueUnit === "%" && style.isPercent !== true, write: (scene) => scaled(scene, 1) },
  "times 100 under a % format": {
    rule: "valid-percent-scale",
    at: "value",
    fits: ({ subject, style }) => subject.valueUnit === "%" && style.isPercent !== true,
    write: (scene) => ({ content: right(scene), format: "0.00%" }),
  },
  "typed-in, right": { rule: "require-indicator-formula", at: "value", fits: isNear, write: (scene) => typed(right(scene).value, scene.style) },
  "typed-in, wrong": {
    rule: "consistent-indicator-value",
    at: "value",
    fits: (scene) => isNear(scene) && (scene.subject.rate[1] > 0.1 || scene.subject.form === "growth"),
    // off by a twentieth: inside every range, outside all rounding
    write: (scene) => typed(numberOf(right(scene)) * 0.94, scene.style),
  },
  "blank numerator": { rule: "require-indicator-input", at: "over", fits: always, spoil: () => null },
  "blank denominator": { rule: "require-indicator-input", at: "under", fits: always, spoil: () => null },
  "text for a numerator": { rule: "require-indicator-input", at: "over", fits: always, spoil: (_, __, random) => random.pick(["未上报", "待核", "—", "无法统计"]) },
  "text for a denominator": { rule: "require-indicator-input", at: "under", fits: always, spoil: (_, __, random) => random.pick(["未上报", "缺", "统计中"]) },
  "denominator 0": { rule: "require-indicator-input", at: "under", fits: always, spoil: () => 0 },
  "full-width digits": { rule: "no-text-number", at: "over", fits: always, spoil: (value) => String(value).replace(/[\d.]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) },
  "digits as text": { rule: "no-text-number", at: "under", fits: always, spoil: String },
  "thousands separators in text": { rule: "no-text-number", at: "over", fits: ({ subject }) => subject.size[0] * subject.rate[0] > 1100, spoil: (value) => value.toLocaleString("en-US") },
  "unit in the cell": { rule: "no-text-number", at: "over", fits: ({ subject }) => subject.inputUnit !== "", spoil: (value, { subject }) => `${value}${subject.inputUnit}` },
  // a workbook's own dictionary does not say which is a part of which
  "part above its whole": { rule: "consistent-parts", at: "over", fits: ({ subject }) => subject.isShare && subject.isOwn !== true && subject.rate[0] > 0.1, spoil: (_, { under }, random) => Math.round(Number(under.pen.valueAt(under.row, under.column)) * random.between(1.04, 1.2)) },
  // a guard would hide it
  "reference lost": { rule: "no-formula-error", at: "value", fits: ({ style }) => !/^IFERROR|ISERROR/.test(style.name), write: (scene) => right(scene, scene.refOver(), { text: "#REF!", value: { error: "#REF!" } }) },
  "unknown function": { rule: "no-formula-error", at: "value", fits: isRatio, write: (scene) => ({ text: `${times({ text: `DIVIDE(${scene.refOver().text},${scene.refUnder().text})`, value: 0 }, scene.subject.factor).text}`, value: { error: "#NAME?" } }) },
} satisfies Readonly<Record<string, Defect>>;

export type DefectKind = keyof typeof defects;

const all: Readonly<Record<DefectKind, Defect>> = defects;
const kinds = Object.keys(defects) as DefectKind[];

/** Hands out kinds of defects evenly. */
export type Dealer = { next(scene: Scene): DefectKind | undefined };

export function makeDealer(random: Random): Dealer {
  const dealt = new Map<DefectKind, number>();
  return {
    next: (scene) => {
      const fitting = random.shuffle(kinds.filter((kind) => all[kind].fits(scene)));
      const [rarest] = fitting.sort((a, b) => (dealt.get(a) ?? 0) - (dealt.get(b) ?? 0));
      if (rarest !== undefined) dealt.set(rarest, (dealt.get(rarest) ?? 0) + 1);
      return rarest;
    },
  };
}

/** Before any formula is written: what is wrong with an input. */
export function spoilInput(scene: Scene, kind: DefectKind | undefined, random: Random): void {
  const defect = kind === undefined ? undefined : all[kind];
  if (defect?.spoil === undefined || defect.at === "value") return;
  const { pen, row, column } = scene[defect.at];
  pen.put(row, column, defect.spoil(Number(pen.valueAt(row, column)), scene, random));
}

/** Writes the value, rightly or with its defect, and notes what a checker must say of it. */
export function writeValue(draft: Draft, scene: Scene, kind: DefectKind | undefined, random: Random): void {
  const { value, style } = scene;
  const defect = kind === undefined ? undefined : all[kind];
  const written = defect?.write?.(scene, random) ?? right(scene);
  const isFormatted = typeof written === "object" && written !== null && "format" in written;
  const [content, format] = isFormatted ? [written.content, written.format] : [written, style.format];
  value.pen.put(value.row, value.column, content, format);
  if (kind === undefined || defect === undefined) draft.sound(style.name, value.pen.place(value.row, value.column));
  else {
    const spot = scene[defect.at];
    draft.plant(kind, defect.rule, spot.pen.place(spot.row, spot.column));
    // the root is the input: the value that follows from it is nobody's fault
    if (defect.at !== "value") draft.sound(`follows from: ${kind}`, value.pen.place(value.row, value.column));
  }
}

/** Spoils a share of the scenes, each in its own way, and writes all of them. */
export function plantIn(scenes: readonly Scene[], share: number, draft: Draft, deal: Dealer, random: Random): void {
  const chosen = new Map<Scene, DefectKind>();
  for (const scene of random.shuffle(scenes).slice(0, Math.round(scenes.length * share))) {
    const kind = deal.next(scene);
    if (kind !== undefined) chosen.set(scene, kind);
  }
  for (const scene of scenes) spoilInput(scene, chosen.get(scene), random);
  for (const scene of scenes) writeValue(draft, scene, chosen.get(scene), random);
}

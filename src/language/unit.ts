const ending =
  /(?:委|局|厅|办|部|院|会|社|处|科|室|中心|政府|公司|集团|党校|学校|大学|银行|队|所|站|馆|台|联|团|组|署|关|街道|乡|镇|省|市|县|区|州|盟|旗|村|单位|部门|企业|机构|方|府|校|厂|园|库|等|[)）])$/;
/** What only makes a name together with what stands before it. */
const bareEnding = /^(?:人民政府|政府|办公室|委员会|管委会|管理委员会|局|委|厅|办|部|处|科|室|中心|分局|党委|党组|党工委|[（(].*)$/;
/** 各市州, 县市区, 乡镇（街道）: levels only, no name. */
const levels = /^各?(?:[省市州县区乡镇盟旗（）()]|街道|开发区|新区)+$/;
const levelFirst = /^(?:省|市|县|区|州|各|国家|中央|自治|军)/;
const region = /[省市县区州]$/;
const trailing = /等(?:相关|有关|各)?(?:责任)?(?:单位|部门)?[。.]?$|[。.]$/;

/** Whether two pieces with a space between them are one name: 市人民 政府, 长沙市 教育局; 市教育局 市财政局 are two. */
export function joinsOverSpace(left: string, right: string): boolean {
  // English words keep their spaces
  if (/[A-Za-z0-9]$/.test(left) && /^[A-Za-z0-9]/.test(right)) return false;
  if (bareEnding.test(right)) return true;
  if (!isWhole(left)) return !levelFirst.test(right) || left.length === 1;
  if (!isWhole(right)) return true;
  return region.test(left) && !left.startsWith("各") && !levels.test(left) && !region.test(right) && !levelFirst.test(right);
}

function isWhole(piece: string): boolean {
  return piece.length > 1 && ending.test(piece);
}

type Piece = { readonly text: string; /** What stood between it and the piece before. */ readonly separator: string };

/** The units a cell names, in its order; a name that a line break or a 、 inside it has torn apart is one. */
export function splitUnits(text: string): string[] {
  const units: string[] = [];
  for (const { text: piece, separator } of piecesOf(text)) {
    const last = units.length - 1;
    const before = units[last];
    if (before === undefined) units.push(piece);
    else if (belongs(before, piece, separator)) units[last] = separator === "、" ? `${before}、${piece}` : `${before}${piece}`;
    else units.push(piece);
  }
  return units.flatMap((unit) => unit.replace(trailing, "") || []);
}

function belongs(before: string, piece: string, separator: string): boolean {
  if (separator === "\n" || separator === " ") return joinsOverSpace(before.slice(before.lastIndexOf("、") + 1), piece);
  if (separator !== "、") return false;
  const last = before.slice(before.lastIndexOf("、") + 1);
  // 各市州、县市区; 各县、市、区人民政府; but 各乡镇、各街道
  return before.startsWith("各") && levels.test(last) && !piece.startsWith("各") && (levels.test(piece) || /^[县市区州乡镇]人民政府$/.test(piece));
}

const separatorOrSpace = /[、，,；;/\n\s]/;

function* piecesOf(text: string): Generator<Piece> {
  let depth = 0;
  let start = 0;
  let separator = "";
  for (let index = 0; index <= text.length; index++) {
    const character = text.charAt(index);
    if ("（(〔[".includes(character) && character !== "") depth += 1;
    else if ("）)〕]".includes(character) && character !== "") depth = Math.max(0, depth - 1);
    if (index < text.length && (depth > 0 || !separatorOrSpace.test(character))) continue;
    const piece = text.slice(start, index).trim();
    if (piece !== "") {
      yield { text: piece, separator };
      separator = "";
    }
    separator = stronger(separator, character);
    start = index + 1;
  }
}

/** Of several separators in a row the one that says most: a comma, a line break, a space. */
function stronger(before: string, next: string): string {
  const kind = next === "" ? "" : "、，,；;/".includes(next) ? next : next === "\n" ? "\n" : " ";
  const rank = (separator: string): number => (separator === "" ? 0 : separator === " " ? 1 : separator === "\n" ? 2 : 3);
  return rank(kind) > rank(before) ? kind : before;
}

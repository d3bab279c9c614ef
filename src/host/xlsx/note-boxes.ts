/** The boxes that notes are shown in, which Excel still keeps in its oldest drawing language (VML). */
export const emptyBoxes = '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>';

/** Told from another program's by the order of its attributes. */
const ownType = '<v:shapetype id="_x0000_t202" path="m,l,21600r21600,l21600,xe" o:spt="202" coordsize="21600,21600"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

const shape = /<v:shape\s[^>]*>[\s\S]*?<\/v:shape>/g;

/** What is to stand at a cell; null = nothing. */
export type BoxChange = { readonly row: number; readonly column: number; readonly text: string | null };

/** Boxes that are to go go, and those that are missing come in; every other character stays. */
export function changeBoxes(vml: string, changes: readonly BoxChange[]): string {
  const gone = new Set(changes.flatMap(({ row, column, text }) => (text === null ? [`${row},${column}`] : [])));
  const known = new Set<string>();
  const bare = vml.replace(shape, (element) => {
    const place = placeOf(element);
    if (place === undefined) return element;
    if (gone.has(place)) return "";
    known.add(place);
    return element;
  });
  const ids = [...bare.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1]));
  let id = ids.reduce((most, one) => Math.max(most, one), 1024);
  const boxes = changes.flatMap(({ row, column, text }) => (text === null || known.has(`${row},${column}`) ? [] : [box((id += 1), row, column, text)]));
  if (boxes.length === 0) return bare.includes(ownType) && !isTypeUsed(bare) ? bare.replace(ownType, "") : bare;
  const typed = bare.includes('id="_x0000_t202"') ? "" : ownType;
  return bare.replace(/<\/xml>\s*$/, (close) => `${typed}${boxes.join("")}${close}`);
}

/** The cell that a box belongs to; undefined for what is no note. */
function placeOf(element: string): string | undefined {
  const [row, column] = [numberIn(element, "Row"), numberIn(element, "Column")];
  return row === undefined || column === undefined || !/ObjectType\s*=\s*["']Note["']/.test(element) ? undefined : `${row},${column}`;
}

function numberIn(element: string, name: string): number | undefined {
  const match = new RegExp(`<x:${name}>\\s*(\\d+)\\s*<`).exec(element);
  return match === null ? undefined : Number(match[1]);
}

const lineHeight = 17;

/** Hidden until pointed at, large enough for its text. */
function box(id: number, row: number, column: number, text: string): string {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 20)), 1);
  const style = `position:absolute;margin-left:60pt;margin-top:1.5pt;width:220pt;height:${Math.min(400, lines * lineHeight + 12)}pt;z-index:1;visibility:hidden`;
  const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 4, 15, row + lines + 1, 4].join(", ");
  const data = `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData>`;
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>${data}</v:shape>`;
}

/** The type was put in with our first box, and stands right before it. */
function isTypeUsed(vml: string): boolean {
  return vml.includes('type="#_x0000_t202"', vml.indexOf(ownType));
}

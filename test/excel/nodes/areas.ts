import { ServerCollection, ServerObject } from "../server-object";
import type { RangeNode } from "./range";
import { notFound } from "../wire";

/** Several ranges of one worksheet. */
export class AreasNode extends ServerObject {
  readonly className = "RangeAreas";
  override readonly links = ["Areas"];

  constructor(readonly ranges: readonly RangeNode[]) {
    super();
  }

  get Address() { return this.ranges.map(({ Address }) => Address).join(","); }
  get AreaCount() { return this.ranges.length; }
  get CellCount() { return this.ranges.reduce((sum, { CellCount }) => sum + CellCount, 0); }
  get Areas() { return new RangeCollectionNode(this.ranges); }
}

export class RangeCollectionNode extends ServerCollection {
  readonly className = "RangeCollection";

  constructor(readonly ranges: readonly RangeNode[]) {
    super();
  }

  items() { return this.ranges; }
  GetCount() { return this.ranges.length; }
  GetItemAt(index: number) {
    const range = this.ranges[index];
    if (range === undefined) throw notFound();
    return range;
  }
}

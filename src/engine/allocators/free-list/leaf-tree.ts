/** How many blocks each leaf of a heap holds and how large the largest is, summed up in a tree of sixteen branches. */

const shift = 4;
const branches = 1 << shift;

/**
 * The tree lies in one row: the root is node 0, the children of n begin at 16n + 1, and behind all others are the leaves.
 * Each node is two words, blocks below and size of the largest.
 */
export class LeafTree {
  #nodes = new Int32Array(2);
  /** The node of leaf 0. */
  #first = 0;
  #leaves = 1;
  /** Blocks in the leaves that a search has passed. */
  passed = 0;

  get leaves(): number { return this.#leaves; }
  get count(): number { return this.#nodes[0]!; }
  get largest(): number { return this.#nodes[1]!; }

  clear(): void { this.#nodes.fill(0); }

  insert(leaf: number, size: number): void {
    const nodes = this.#nodes;
    for (let node = this.#first + leaf; node >= 0; node = (node - 1) >> shift) {
      nodes[2 * node]!++;
      if (nodes[2 * node + 1]! < size) nodes[2 * node + 1] = size;
    }
  }

  /** One block less; what was the largest stays until {@link lower}. */
  remove(leaf: number): void {
    for (let node = this.#first + leaf; node >= 0; node = (node - 1) >> shift) this.#nodes[2 * node]!--;
  }

  isLargest(leaf: number, size: number): boolean { return this.#nodes[2 * (this.#first + leaf) + 1] === size; }

  raise(leaf: number, size: number): void {
    const nodes = this.#nodes;
    for (let node = this.#first + leaf; node >= 0 && nodes[2 * node + 1]! < size; node = (node - 1) >> shift) nodes[2 * node + 1] = size;
  }

  /** A leaf's largest is no longer `from` but `to`: each node of which that was the largest looks at its children again. */
  lower(leaf: number, from: number, to: number): void {
    const nodes = this.#nodes;
    let largest = to;
    for (let node = this.#first + leaf; node >= 0 && nodes[2 * node + 1] === from && largest < from; largest = this.#largestBelow(node)) {
      nodes[2 * node + 1] = largest;
      node = (node - 1) >> shift;
      if (node < 0) return;
    }
  }

  /** The first leaf with a block of this size; -1 if there is none. */
  firstWith(size: number): number {
    this.passed = 0;
    return this.largest < size ? -1 : this.#firstBelow(0, size);
  }

  /** The same behind a leaf. What a search has passed before goes on counting. */
  nextWith(leaf: number, size: number): number {
    const nodes = this.#nodes;
    for (let node = this.#first + leaf; node > 0; node = (node - 1) >> shift) {
      const end = Math.min(lastSibling(node), (nodes.length >> 1) - 1);
      while (node < end) {
        if (nodes[2 * ++node + 1]! >= size) return this.#firstBelow(node, size);
        this.passed += nodes[2 * node]!;
      }
    }
    return -1;
  }

  /** Blocks in the leaves before a leaf. */
  rank(leaf: number): number {
    let rank = 0;
    for (let node = this.#first + leaf; node > 0; node = (node - 1) >> shift) {
      for (let left = firstSibling(node); left < node; left++) rank += this.#nodes[2 * left]!;
    }
    return rank;
  }

  /** The last leaf before one that has a block; -1 if there is none. */
  lastBefore(leaf: number): number {
    for (let node = this.#first + leaf; node > 0; node = (node - 1) >> shift) {
      const first = firstSibling(node);
      while (node > first) if (this.#nodes[2 * --node]! > 0) return this.#lastBelow(node);
    }
    return -1;
  }

  /** Room for so many leaves: where a root of more levels is needed, each level moves behind its new parents. */
  widen(leaves: number): void {
    const old = { nodes: this.#nodes, first: this.#first, leaves: this.#leaves };
    this.#leaves = Math.ceil((leaves * 1.5) / branches) * branches;
    while (this.#leaves > branches ** levelOf(this.#first)) this.#first = this.#first * branches + 1;
    this.#nodes = new Int32Array(2 * (this.#first + this.#leaves));
    for (let leaf = 0; leaf < old.leaves; leaf++) this.#nodes.set(old.nodes.subarray(2 * (old.first + leaf), 2 * (old.first + leaf) + 2), 2 * (this.#first + leaf));
    this.#sumUp();
  }

  #sumUp(): void {
    const nodes = this.#nodes;
    for (let node = (nodes.length >> 1) - 1; node > 0; node--) {
      const parent = (node - 1) >> shift;
      nodes[2 * parent]! += nodes[2 * node]!;
      nodes[2 * parent + 1] = Math.max(nodes[2 * parent + 1]!, nodes[2 * node + 1]!);
    }
  }

  /** In a node that is known to have one. */
  #firstBelow(above: number, size: number): number {
    const nodes = this.#nodes;
    let node = above;
    while (node < this.#first) {
      for (node = node * branches + 1; nodes[2 * node + 1]! < size; node++) this.passed += nodes[2 * node]!;
    }
    return node - this.#first;
  }

  #lastBelow(above: number): number {
    let node = above;
    while (node < this.#first) {
      node = Math.min((node + 1) * branches, (this.#nodes.length >> 1) - 1);
      while (this.#nodes[2 * node] === 0) node--;
    }
    return node - this.#first;
  }

  #largestBelow(node: number): number {
    const nodes = this.#nodes;
    const end = Math.min((node + 1) * branches, (nodes.length >> 1) - 1);
    let largest = 0;
    for (let child = node * branches + 1; child <= end; child++) if (nodes[2 * child + 1]! > largest) largest = nodes[2 * child + 1]!;
    return largest;
  }
}

const firstSibling = (node: number): number => ((node - 1) & -branches) + 1;
const lastSibling = (node: number): number => ((node - 1) | (branches - 1)) + 1;
/** Levels above the leaves, if the first leaf is this node. */
const levelOf = (first: number): number => Math.round(Math.log(first * (branches - 1) + 1) / Math.log(branches));

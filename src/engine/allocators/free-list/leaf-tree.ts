/**
 * How many blocks each leaf of a heap holds, and a size that none of them exceeds, summed up in a tree of eight branches.
 *
 * The bound is raised with each block that comes, but stays when one goes: a search that finds a leaf wanting brings it
 * down. What is never searched is never looked at again.
 */

const shift = 3;
const branches = 1 << shift;

/**
 * The tree lies in one row: the root is node 0, the children of n begin at 8n + 1, and behind all others are the leaves.
 * Each node is two words, blocks below and the bound of their sizes.
 */
export class LeafTree {
  #nodes = new Int32Array(2);
  /** The node of leaf 0. */
  #first = 0;
  #leaves = 1;
  /** Blocks in the leaves that searches have passed. */
  passed = 0;

  get leaves(): number { return this.#leaves; }
  get count(): number { return this.#nodes[0]!; }
  get bound(): number { return this.#nodes[1]!; }

  clear(): void { this.#nodes.fill(0); }

  insert(leaf: number, size: number): void {
    const nodes = this.#nodes;
    for (let node = this.#first + leaf; node >= 0; node = (node - 1) >> shift) {
      nodes[2 * node]!++;
      if (nodes[2 * node + 1]! < size) nodes[2 * node + 1] = size;
    }
  }

  remove(leaf: number): void {
    const nodes = this.#nodes;
    for (let node = this.#first + leaf; node >= 0; node = (node - 1) >> shift) nodes[2 * node]!--;
  }

  raise(leaf: number, size: number): void {
    const nodes = this.#nodes;
    for (let node = this.#first + leaf; node >= 0 && nodes[2 * node + 1]! < size; node = (node - 1) >> shift) nodes[2 * node + 1] = size;
  }

  /** None in a leaf is larger than this. */
  lower(leaf: number, size: number): void { this.#nodes[2 * (this.#first + leaf) + 1] = size; }

  /** The first leaf that may have a block of this size; -1 if none may. */
  firstWith(size: number): number { return this.#firstFrom(0, size); }

  /** The same behind a leaf. */
  nextWith(leaf: number, size: number): number {
    const behind = this.#behind(this.#first + leaf);
    return behind === -1 ? -1 : this.#firstFrom(behind, size);
  }

  /** Blocks in the leaves before a leaf. */
  rank(leaf: number): number {
    let rank = 0;
    for (let node = this.#first + leaf; node > 0; node = (node - 1) >> shift) {
      for (let left = firstSibling(node); left < node; left++) rank += this.#nodes[2 * left]!;
    }
    return rank;
  }

  /** Room for so many leaves: where a root of more levels is needed, each level moves behind its new parents. */
  widen(leaves: number): void {
    const old = { nodes: this.#nodes, first: this.#first, leaves: this.#leaves };
    this.#leaves = Math.ceil((leaves * 1.5) / branches) * branches;
    while (this.#leaves > branches ** levelOf(this.#first)) this.#first = this.#first * branches + 1;
    this.#nodes = new Int32Array(2 * (this.#first + this.#leaves));
    this.#nodes.set(old.nodes.subarray(2 * old.first, 2 * (old.first + old.leaves)), 2 * this.#first);
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

  /** In this node, or in those behind it. */
  #firstFrom(from: number, size: number): number {
    const nodes = this.#nodes;
    let node = from;
    let passed = 0;
    while (node !== -1 && (node < this.#first || nodes[2 * node + 1]! < size)) {
      if (nodes[2 * node + 1]! >= size) node = node * branches + 1;
      else {
        passed += nodes[2 * node]!;
        node = (node & (branches - 1)) === 0 ? this.#behind(node) : node + 1;
      }
    }
    this.passed += passed;
    return node === -1 ? -1 : node - this.#first;
  }

  /** The node behind all below this one; -1 if it is the last. Those it is the last child of are bounded anew. */
  #behind(from: number): number {
    let node = from;
    while ((node & (branches - 1)) === 0) {
      if (node === 0) return -1;
      node = (node - 1) >> shift;
      this.#nodes[2 * node + 1] = this.#boundBelow(node);
    }
    return node + 1;
  }

  #boundBelow(node: number): number {
    const nodes = this.#nodes;
    let bound = 0;
    for (let child = node * branches + 1; child <= (node + 1) * branches; child++) if (nodes[2 * child + 1]! > bound) bound = nodes[2 * child + 1]!;
    return bound;
  }
}

const firstSibling = (node: number): number => ((node - 1) & -branches) + 1;
/** Levels above the leaves, if the first leaf is this node. */
const levelOf = (first: number): number => Math.round(Math.log(first * (branches - 1) + 1) / Math.log(branches));

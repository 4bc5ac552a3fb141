/** A table that has a place for `index`: the same one, or a copy of at least twice its length. */
export function grown<Table extends Int32Array | Uint8Array>(table: Table, index: number): Table {
  if (index < table.length) return table;
  const larger = new (table.constructor as new (length: number) => Table)(Math.max(index + 1, 2 * table.length));
  larger.set(table);
  return larger;
}

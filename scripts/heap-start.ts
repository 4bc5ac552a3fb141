import { readFileSync, writeFileSync } from 'node:fs';
import { GoRuntime } from '../src/oracle/go-runtime.ts';
import { stopped } from '../src/oracle/heap-start.ts';
import { takeSnapshot } from '../src/oracle/snapshot.ts';

/** `node scripts/heap-start.ts`: reads the allocator of the committed wasm at rest into oracle/go-runtime.heap.json, and where collections are done in one stop into oracle/go-runtime.stopped-heap.json. */
const module = await WebAssembly.compile(readFileSync('oracle/go-runtime.wasm'));
for (const [name, env, paced] of [['heap', [], false], ['stopped-heap', stopped, true]] as const) {
  writeFileSync(`oracle/go-runtime.${name}.json`, `${JSON.stringify(takeSnapshot(new GoRuntime(module, { env }), { paced }))}\n`);
}

import { readFileSync, writeFileSync } from 'node:fs';
import { GoRuntime } from '../src/oracle/go-runtime.ts';
import { takeSnapshot } from '../src/oracle/snapshot.ts';

/** `node scripts/heap-start.ts`: reads the allocator of the committed wasm at rest into oracle/go-runtime.heap.json. */
const module = await WebAssembly.compile(readFileSync('oracle/go-runtime.wasm'));
writeFileSync('oracle/go-runtime.heap.json', `${JSON.stringify(takeSnapshot(new GoRuntime(module)))}\n`);

/**
 * Proves that oracle/go-runtime.wasm is what its checksum says, fits its budget, and, where Go is
 * present, that building it again gives the same bytes. Without Go it says so and succeeds.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const wasm = 'go-runtime.wasm';
const budget = { gzip: 620_000, brotli: 480_000 };

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function checkCommitted(bytes: Buffer): void {
  const named = readFileSync(`oracle/${wasm}.sha256`, 'utf8').split(' ')[0];
  if (named !== sha256(bytes)) fail(`oracle/${wasm} is not the file its checksum names. Run oracle/record.sh wasm and commit both.`);
  const [gzip, brotli] = [gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
  console.log(`oracle/${wasm}: ${bytes.length} bytes, gzip ${gzip}, brotli ${brotli}`);
  if (gzip > budget.gzip || brotli > budget.brotli) fail(`It is over its budget of ${budget.gzip} bytes gzip and ${budget.brotli} brotli.`);
}

/** Builds the wasm in a copy of oracle/, so that a difference leaves the committed file alone. */
function rebuilt(): Buffer {
  const copy = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    cpSync('oracle', copy, { recursive: true });
    const { status } = spawnSync(join(copy, 'record.sh'), ['wasm'], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) fail('oracle/record.sh wasm failed.');
    return readFileSync(join(copy, wasm));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const committed = readFileSync(`oracle/${wasm}`);
checkCommitted(committed);
if (spawnSync('go', ['version']).status !== 0) {
  console.log('There is no Go here: the committed file is not compared with a new build.');
} else {
  const again = rebuilt();
  if (sha256(again) !== sha256(committed)) {
    fail(`A new build of oracle/${wasm} differs: ${sha256(again)} instead of ${sha256(committed)}. Run oracle/record.sh wasm and commit it.`);
  }
  console.log(`A new build with ${readFileSync('oracle/go-version', 'utf8').trim()} gives the same bytes.`);
}

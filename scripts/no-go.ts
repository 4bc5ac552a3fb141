import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onWindows = process.platform === 'win32';

/** What stands in the place of Go: it writes down how it was called, and fails. */
const stub = (log: string): string => (onWindows ? `@echo go %* >> "${log}"\r\n@exit /b 1\r\n` : `#!/bin/sh\necho "go $*" >> "${log}"\nexit 1\n`);

/**
 * Puts a failing `go` into `folder` and first on the PATH of this process and of all it starts:
 * the committed recordings and go-runtime.wasm must suffice. Returns how it was called since.
 */
export function shadowGo(folder: string, env: NodeJS.ProcessEnv = process.env): () => readonly string[] {
  const [log, go] = [join(folder, 'calls'), join(folder, onWindows ? 'go.cmd' : 'go')];
  mkdirSync(folder, { recursive: true });
  rmSync(log, { force: true });
  writeFileSync(go, stub(log));
  chmodSync(go, 0o755);
  env['PATH'] = [folder, env['PATH'] ?? ''].join(delimiter);
  return () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split(/\r?\n/) : []);
}

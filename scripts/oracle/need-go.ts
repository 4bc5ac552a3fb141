import { spawnSync } from 'node:child_process';

/** What `go version` came to; `undefined` when there is no go to run. */
export interface Answer { readonly status: number | null; readonly stdout: string; readonly stderr: string }
export type AskGo = (toolchain: string) => Answer | undefined;

const askGo: AskGo = (toolchain) => {
  const { error, ...answer } = spawnSync('go', ['version'], { env: { ...process.env, GOENV: 'off', GOFLAGS: '', GOTOOLCHAIN: toolchain }, encoding: 'utf8' });
  return error ? undefined : answer;
};

/** Why `go` (`go1.26.11`) cannot be had, as a sentence; undefined when it can. */
export function whyNoGo(go: string, ask: AskGo = askGo): string | undefined {
  const answer = ask(go);
  if (!answer) return 'There is no Go on the PATH. Recording needs one of 1.21 or later, which fetches the others; the book itself needs none.';
  const { status, stdout, stderr } = answer;
  if (status === 0 && stdout.split(' ')[2] === go) return undefined;
  const said = (stderr || stdout).trim().split('\n').at(-1)?.trim().replace(/\.$/, '');
  return `${go} cannot be had: ${said}. Name a release with its patch, such as 1.26.11.`;
}

/** Headers by name, as they are written. */
export type Headers = Readonly<Record<string, string>>;

/** What a file in Cloudflare's syntax says for a path: later rules add to earlier ones, `! Name` takes away. */
export function saidFor(rules: string, path: string): Headers {
  const headers = new Map<string, string>();
  let applies = false;
  for (const line of rules.split('\n')) {
    if (/^\//.test(line)) applies = new RegExp(`^${line.replaceAll('*', '.*')}$`).test(path);
    const [, without, name, value] = /^ {2}(?:! (\S+)|(\S+): (.*))$/.exec(line) ?? [];
    if (applies && without !== undefined) headers.delete(without);
    if (applies && name !== undefined) headers.set(name, value!);
  }
  return Object.fromEntries(headers);
}

import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every built page permits only what stands in it. Astro lists the hash of each script and style of the book, also of those that
 * a page loads as files, for which 'self' is enough: 22 hashes, which nothing compresses.
 */
export function narrowPolicies(dist: string): void {
  for (const file of globSync('**/*.html', { cwd: dist })) {
    const path = join(dist, file);
    const html = readFileSync(path, 'utf8');
    writeFileSync(path, narrowed(html));
  }
}

/** A page whose policy names the hashes of its own inline scripts and styles, and no others. */
export function narrowed(html: string): string {
  const inline = [...html.matchAll(/<(script|style)(?:\s[^>]*)?>([^]*?)<\/\1>/g)].map(([, , text]) => hashOf(text!));
  return html.replace(/(<meta http-equiv="content-security-policy" content=")([^"]*)"/, (_, before: string, policy: string) => `${before}${policy.replaceAll(/ '(sha256-[^']*)'/g, (named: string, hash: string) => (inline.includes(hash) ? named : ''))}"`);
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

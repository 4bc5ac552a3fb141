import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const [brotlied, gzipped] = [promisify(brotliCompress), promisify(gzip)];

/** Bytes of one thing sent: as they are, and compressed as a good server would (gzip 9, brotli 11). */
export interface Weight { readonly raw: number; readonly gz: number; readonly br: number }

/** What a response is for. */
export type Kind = 'html' | 'script' | 'style' | 'font' | 'image' | 'other';

/** One thing the page loaded. Parts written inside a page's HTML count as script or style of their own, and in the HTML too. */
export interface Part { readonly url: string; readonly kind: Kind; readonly weight: Weight; readonly inline: boolean }

const nothing: Weight = { raw: 0, gz: 0, br: 0 };

/** Content types that do not shrink: sent as they are. */
const packed = /woff2|png|jpeg|webp|avif/;

/** What was weighed already: pages share most of what they load, and brotli 11 is slow. */
const known = new Map<string, Promise<Weight>>();

/** What one response weighs. Compressed beside everything else: where it held the browser's messages up, a page still loading would seem done. */
export async function weigh(body: Buffer, type: string): Promise<Weight> {
  const raw = body.length;
  if (raw === 0 || packed.test(type)) return { raw, gz: raw, br: raw };
  const hash = createHash('sha256').update(body).digest('base64');
  const weight = known.get(hash) ?? compressed(body);
  known.set(hash, weight);
  return weight;
}

async function compressed(body: Buffer): Promise<Weight> {
  const raw = body.length;
  const br = await brotlied(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw } });
  return { raw, gz: (await gzipped(body, { level: 9 })).length, br: br.length };
}

export const sum = (weights: readonly Weight[]): Weight =>
  weights.reduce((all, each) => ({ raw: all.raw + each.raw, gz: all.gz + each.gz, br: all.br + each.br }), nothing);

/** Which of the {@link Kind}s a content type is. */
export function kindOf(type: string): Kind {
  if (type.includes('javascript')) return 'script';
  if (type.includes('text/css')) return 'style';
  if (type.includes('text/html')) return 'html';
  if (type.includes('font')) return 'font';
  return type.startsWith('image/') ? 'image' : 'other';
}

/** A response as parts: itself, and the scripts and styles written inside it. */
export async function partsOf(url: string, type: string, body: Buffer): Promise<readonly Part[]> {
  const part: Part = { url, kind: kindOf(type), weight: await weigh(body, type), inline: false };
  if (part.kind !== 'html') return [part];
  const html = body.toString();
  const inside = async (kind: Kind, text: string): Promise<Part> => ({ url, kind, weight: await weigh(Buffer.from(text), 'text/plain'), inline: true });
  return [part, await inside('script', inlineScripts(html)), await inside('style', inlineStyles(html))];
}

/** The text of every script a browser would run; data blocks such as JSON-LD are not scripts. */
function inlineScripts(html: string): string {
  const isCode = (attributes: string) => !/\bsrc\s*=/i.test(attributes) && !/type\s*=\s*["']?(application\/|speculationrules|importmap|text\/template)/i.test(attributes);
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].filter(([, attributes = '']) => isCode(attributes)).map(([, , text]) => text).join('\n');
}

function inlineStyles(html: string): string {
  return [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(([, text]) => text).join('\n');
}

const wordsPerMinute = 220;
const hanPerMinute = 400;

const notProse = /^(?:```|~~~)[^]*?^(?:```|~~~)|<[^>]+>|\{[^}]*\}|^import .*$|\$\$[^]*?\$\$/gm;

/** Minutes to read a chapter's MDX: Latin by words, Chinese by characters; at least one. */
export function readingMinutes(mdx: string): number {
  const prose = mdx.replace(notProse, ' ');
  const han = prose.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = prose.match(/[\p{Script=Latin}\d][\p{Script=Latin}\d'’.-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(han / hanPerMinute + words / wordsPerMinute));
}

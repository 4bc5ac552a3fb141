import { twinOf } from '../../src/i18n/locales.ts';
import { at, type Chapter } from './chapter.ts';
import { anchorOf, attribute, isElement, walk, type Element } from './elements.ts';
import type { Finding } from './finding.ts';
import type { Nodes } from 'mdast';

/** Something both languages have at the same place in the order of reading. */
interface Landmark {
  readonly name: string;
  readonly node: Nodes;
  /** The claims between this landmark and the next. Within a passage each language may order them as its grammar likes. */
  readonly claims: Set<string>;
}

const landmarks = ['Demo', 'Predict', 'Myth', 'Question'];

/** The chapter of the same name in the other language. */
export const twinIn = (chapters: readonly Chapter[], { slug, locale }: Chapter): Chapter | undefined =>
  chapters.find((other) => other.slug === slug && other.locale === twinOf(locale));

/** Every chapter has a twin with the same anchors, demos, predictions and myths in the same order, and the same claims between them. */
export function checkTwins(chapters: readonly Chapter[]): readonly Finding[] {
  return chapters.flatMap((chapter) => {
    const twin = twinIn(chapters, chapter);
    if (!twin) return [at(chapter, undefined, `has no twin: write content/${twinOf(chapter.locale)}/${chapter.slug}.mdx`)];
    return chapter.locale === 'en' ? compare(chapter, twin) : [];
  });
}

/** The first place where two twins part; what follows it would only repeat it. */
function compare(one: Chapter, other: Chapter): readonly Finding[] {
  const [ours, theirs] = [outline(one), outline(other)];
  const parted = ours.findIndex(({ name }, i) => name !== theirs[i]?.name);
  const i = parted < 0 && theirs.length > ours.length ? ours.length : parted;
  if (i >= 0) return [partedAt(one, other, ours[i], theirs[i])];
  return ours.flatMap((landmark, at) => compareClaims(one, other, landmark, theirs[at]!));
}

function partedAt(one: Chapter, other: Chapter, ours: Landmark | undefined, theirs: Landmark | undefined): Finding {
  const where = `${other.path}:${theirs?.node.position?.start.line ?? 'its end'}`;
  return at(ours ? one : other, (ours ?? theirs)?.node, `the twins part here: ${ours?.name ?? 'nothing'} against ${theirs?.name ?? 'nothing'} (${where}). Give both the same, in the same order.`);
}

function compareClaims(one: Chapter, other: Chapter, ours: Landmark, theirs: Landmark): readonly Finding[] {
  const missing = (from: Landmark, to: Landmark, chapter: Chapter) =>
    [...from.claims].filter((claim) => !to.claims.has(claim)).map((claim) => at(chapter, to.node, `after ${to.name}, ${claim} is missing; its twin has it. Say the quantity here too.`));
  return [...missing(ours, theirs, other), ...missing(theirs, ours, one)];
}

/** A chapter's landmarks, beginning with a nameless one for what stands before the first. */
function outline(chapter: Chapter): readonly Landmark[] {
  const found: Landmark[] = [{ name: 'the beginning', node: chapter.tree, claims: new Set() }];
  for (const node of walk(chapter.tree)) {
    const name = landmarkName(node);
    if (name !== undefined) found.push({ name, node, claims: new Set() });
    if (isElement(node) && node.name === 'Claim') found.at(-1)?.claims.add(nameOfClaim(node));
  }
  return found;
}

function landmarkName(node: Nodes): string | undefined {
  if (node.type === 'heading') return anchorOf(node) === undefined ? undefined : `{#${anchorOf(node)}}`;
  if (!isElement(node) || !landmarks.includes(node.name ?? '')) return undefined;
  const id = attribute(node, 'id');
  return id === undefined ? `<${node.name}>` : `<${node.name} id="${id}">`;
}

/** A claim as it is written, so that a message can be copied into the twin. */
function nameOfClaim(element: Element): string {
  const named = ['fact', 'demo', 'name'].map((name) => [name, attribute(element, name)] as const).filter(([, value]) => value !== undefined);
  return `<Claim ${named.map(([name, value]) => `${name}="${value ?? ''}"`).join(' ')}/>`;
}

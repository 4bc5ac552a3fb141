const namespace = 'http://www.w3.org/2000/svg';

/** An element of a drawing. */
export function made<Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Readonly<Record<string, string | number>>, ...inside: readonly (Node | string)[]): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(namespace, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  element.append(...inside);
  return element;
}

/** How words are set: pixels, a colour, and the faces. */
export interface Hand { readonly size: number; readonly fill: string; readonly family: string }

/** How wide words are when set so, in pixels. */
export function widthOf(words: string, { size, family }: Hand): number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `${size}px ${family}`;
  return context.measureText(words).width;
}

/** What stays on one line: a Chinese character or a word, with what opens before and closes behind it. An address may be broken behind a slash. */
const unbroken = /[（《「『“]*(?:\p{sc=Han}|[^\s\p{sc=Han}（《「『“/]+\/?|\/)[，。、；：？！）》」』”]*\s*/gu;

/** Words as lines no wider than that many pixels. */
export function wrapped(words: string, width: number, hand: Hand): readonly string[] {
  const lines = [''];
  for (const part of words.match(unbroken) ?? []) {
    const longer = lines.at(-1)! + part;
    if (longer === part || widthOf(longer.trimEnd(), hand) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.map((line) => line.trimEnd());
}

import type { Cheerio, CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { spelledOut, type Light } from './light-style.ts';

/** How wide a drawing is made, in its own units: labels of 11 to 13 of them are read on a phone, and on a page. */
export const wide = 480;
/** CSS pixels of a `rem` of the book. */
const rem = 18;
const namespace = 'http://www.w3.org/2000/svg';

type Style = Readonly<Record<string, string>>;
type Mark = Cheerio<Element>;

/** Gives every drawing of a document its own colours, lines and letters, as a reader needs them that has not our styles. */
export function resolveStills($: CheerioAPI, light: Light, patterns: string): void {
  const styles = stylesOf($, light);
  $('svg').filter((_, each) => $(each).parents('svg').length === 0).each((i, each) => {
    const drawing = $(each);
    // A book's reader has nothing to drag.
    drawing.find('.grips').remove();
    const style = styles.get(each) ?? {};
    const room = wide - padding(style, 'left') - padding(style, 'right');
    for (const mark of [each, ...drawing.find('*').toArray()]) settle($(mark), styles.get(mark) ?? {}, light, room);
    drawing.find('[display="none"]').remove();
    if (drawing.attr('width') === '100%' || drawing.attr('width') === undefined) frame($, drawing, room, padding(style, 'left'));
    takePatterns($, drawing, light, patterns);
    nameOwn(drawing, `drawing-${i}`);
    drawing.find('*').removeAttr('class').removeAttr('display');
    drawing.attr('xmlns', namespace);
  });
}

/** What the rules say of each mark. */
function stylesOf($: CheerioAPI, { rules }: Light): ReadonlyMap<Element, Style> {
  const marks = byKey($('svg, svg *').toArray());
  const styles = new Map<Element, Style>();
  for (const { selector, key, style } of rules) for (const mark of $([...(marks.get(key) ?? [])]).filter(selector)) styles.set(mark, { ...styles.get(mark), ...style });
  return styles;
}

/** Marks by `*`, their tag, and each of their classes with a dot. */
function byKey(marks: readonly Element[]): ReadonlyMap<string, readonly Element[]> {
  const found = new Map<string, Element[]>();
  for (const mark of marks) {
    const classes = (mark.attribs['class'] ?? '').split(' ').filter((name) => name !== '').map((name) => `.${name}`);
    for (const key of ['*', mark.tagName, ...classes]) {
      const list = found.get(key);
      if (list) list.push(mark);
      else found.set(key, [mark]);
    }
  }
  return found;
}

const padding = (style: Style, side: 'left' | 'right'): number => parseFloat(style[`padding-${side}`] ?? '0') * ((style[`padding-${side}`] ?? '').endsWith('rem') ? rem : 1);

/** A mark's style becomes its attributes; what it says itself goes before any rule. */
function settle(mark: Mark, style: Style, { plain }: Light, room: number): void {
  const own = (mark.attr('style') ?? '').split(';').map((each) => each.split(':').map((part) => part.trim()));
  const said = Object.assign({}, ...own.filter(([, value]) => value !== undefined).map(([name, value]) => spelledOut(name!, plain(value!)))) as Style;
  mark.removeAttr('style');
  for (const [name, value] of Object.entries({ ...style, ...said })) {
    if (name === 'width') mark.attr(name, String(lengthOf(value, roomOf(mark.parent(), room))));
    else if (!/^(?:-|padding|pointer|position|font-variant|cursor|user-select)/.test(name)) mark.attr(name, value.replace(/^([\d.]+)px$/, '$1'));
  }
}

/** A length such as `max(0.5px, calc(10.2% - 1px))` where 100 % are `room`. */
function lengthOf(value: string, room: number): number {
  const [, least = '0', share = '0', less = '0'] = /^max\(([\d.]+)px,\s*(?:calc\()?([\d.]+)%(?:\s*-\s*([\d.]+)px\))?\)$/.exec(value) ?? [];
  if (share === '0') throw new Error(`A drawing has a width that editions cannot reckon: ${value}`);
  return Math.round(100 * Math.max(Number(least), (Number(share) / 100) * room - Number(less))) / 100;
}

/** What 100 % are inside an element: the width of the drawing it lies in, of which the outermost has `room`. */
function roomOf(inside: Mark, room: number): number {
  const svg = inside.closest('svg') as Mark;
  const view = /^\S+ \S+ (\S+)/.exec(svg.attr('viewBox') ?? '')?.[1];
  if (view !== undefined) return Number(view);
  if (svg.parents('svg').length === 0) return room;
  const width = svg.attr('width') ?? '100%';
  return width.endsWith('%') ? (parseFloat(width) / 100) * roomOf(svg.parent() as Mark, room) : parseFloat(width);
}

/** A drawing as wide as its column becomes one of fixed size that scales as a whole. */
function frame($: CheerioAPI, drawing: Mark, room: number, left: number): void {
  const height = drawing.attr('height');
  const own = drawing.attr('viewBox') !== undefined;
  if (!own) drawing.attr('viewBox', `0 0 ${wide} ${height}`);
  if (room < wide) {
    const inner = $(`<svg x="${left}" y="0" width="${room}" height="${height}" overflow="visible"></svg>`);
    drawing.append(inner.append(drawing.contents()));
  }
  drawing.removeAttr('height').removeAttr('class').attr({ class: own ? 'still small' : 'still', width: '100%', overflow: 'visible' });
}

/** The patterns a drawing is filled with stand in it. */
function takePatterns($: CheerioAPI, drawing: Mark, { plain }: Light, patterns: string): void {
  const all = $.parseHTML(`<svg>${patterns}</svg>`) as unknown as Element[];
  const used = $(all).find('pattern').filter((_, each) => drawing.find(`[fill="url(#${$(each).attr('id')})"]`).length > 0);
  used.find('[stroke]').each((_, line) => { $(line).attr('stroke', plain($(line).attr('stroke')!)); });
  if (used.length > 0) drawing.prepend($('<defs>').append(used));
}

/** Ids of a drawing are its own: another one of the same file may have the same. */
function nameOwn(drawing: Mark, name: string): void {
  for (const each of drawing.find('marker[id], pattern[id], clipPath[id]').toArray()) {
    const id = each.attribs['id']!;
    each.attribs['id'] = `${name}-${id}`;
    drawing.find('*').each((_, mark) => {
      for (const [attribute, value] of Object.entries(mark.attribs)) if (value === `url(#${id})`) mark.attribs[attribute] = `url(#${name}-${id})`;
    });
  }
}

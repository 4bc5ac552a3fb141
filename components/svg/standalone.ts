/** What marks inherit of a style: written where it differs from what stands around. */
const inherited = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'paint-order', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor'] as const;

/** What they do not, with what each is where nothing is said. */
const own = { 'opacity': '1', 'vector-effect': 'none', 'text-decoration-line': 'none' } as const;

/** What only a page knows: its styles, its names, its keys. */
const ofPage = /^(?:class|style|role|tabindex|aria-.*|data-.*)$/;

/** A drawing of the page that looks nothing up: its colours, lines and letters stand in it, the patterns it is filled with too, and what the page hides is left out. */
export function standalone(drawing: SVGElement): SVGElement {
  const copy = drawing.cloneNode(true) as SVGElement;
  settle(drawing, copy);
  const missing = [...references(copy)].filter((id) => copy.querySelector(`[id="${id}"]`) === null);
  copy.prepend(...missing.map((id) => standalone(document.querySelector<SVGElement>(`[id="${id}"]`)!)));
  return copy;
}

/** Whether a page shows a mark. What may be touched and is not seen is no part of a drawing, nor is what may be dragged or pressed. */
export function isShown(mark: Element): boolean {
  const { display, visibility, fill } = getComputedStyle(mark);
  return display !== 'none' && visibility === 'visible' && !mark.matches('.grips, [role="button"][data-line]') && !(mark.matches('.touch') && /^rgba\(.*, 0\)$/.test(fill));
}

/** `around` is what the file says already where the copy stands. */
function settle(from: Element, to: Element, around?: CSSStyleDeclaration): void {
  const style = getComputedStyle(from);
  for (const { name } of [...to.attributes]) if (ofPage.test(name) || (inherited as readonly string[]).includes(name)) to.removeAttribute(name);
  for (const name of inherited) if (style.getPropertyValue(name) !== around?.getPropertyValue(name)) to.setAttribute(name, plain(style.getPropertyValue(name)));
  settleOwn(from, to, style);
  const copies = [...to.children];
  for (const [i, child] of [...from.children].entries()) {
    if (isShown(child) || child.tagName === 'title') settle(child, copies[i]!, style);
    else copies[i]!.remove();
  }
}

function settleOwn(from: Element, to: Element, style: CSSStyleDeclaration): void {
  for (const [name, none] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    if (value !== none) to.setAttribute(name.replace('-line', ''), value);
  }
  if (style.outlineStyle !== 'none') to.setAttribute('style', `outline: ${style.outline}; outline-offset: ${style.outlineOffset}`);
  if (from instanceof SVGSVGElement) to.setAttribute('overflow', style.overflow);
  // A length such as `max(1px, 2%)` is understood by styles only.
  if (from instanceof SVGRectElement) to.setAttribute('width', String(Math.round(100 * from.getBBox().width) / 100));
}

/** A value as every program that reads drawings understands it. */
const plain = (value: string): string => value.replaceAll('"', "'").replace(/url\('(#[^']+)'\)/, 'url($1)')
  .replace(/color\(srgb ([^)]*)\)/, (_, channels: string) => `rgb(${channels.split(' ').slice(0, 3).map((share) => Math.round(255 * Number(share))).join(', ')})`);

/** The ids that a drawing's marks refer to. */
function references(copy: Element): ReadonlySet<string> {
  const values = [copy, ...copy.querySelectorAll('*')].flatMap((mark) => [...mark.attributes].map(({ value }) => value));
  return new Set(values.flatMap((value) => /^url\(#(.+)\)/.exec(value)?.[1] ?? []));
}

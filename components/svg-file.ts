const namespace = 'http://www.w3.org/2000/svg';

/** What of an element's style a file must carry along: it has no stylesheet. */
const carried = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'paint-order', 'vector-effect', 'font-family', 'font-size', 'font-weight', 'overflow'] as const;

/** A drawing of the page as a file that looks the same on its own, on the page's own paper. */
export function svgFile(drawing: SVGSVGElement): string {
  const { paddingRight, width, height } = getComputedStyle(drawing);
  const right = parseFloat(paddingRight);
  const wide = parseFloat(width);
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  carryStyles(drawing, copy);
  copy.setAttribute('width', String(wide - right));
  copy.setAttribute('overflow', 'visible');
  copy.querySelectorAll('.touch, .grips').forEach((each) => each.remove());
  const root = document.createElementNS(namespace, 'svg');
  root.setAttribute('width', String(wide));
  root.setAttribute('height', height.replace('px', ''));
  root.append(paper(), copy);
  return new XMLSerializer().serializeToString(root);
}

function carryStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of carried) to.setAttribute(name, style.getPropertyValue(name));
  for (const [i, child] of [...from.children].entries()) carryStyles(child, to.children[i]!);
}

function paper(): SVGRectElement {
  const rect = document.createElementNS(namespace, 'rect');
  for (const side of ['width', 'height']) rect.setAttribute(side, '100%');
  rect.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  return rect;
}

/**
 * What lifts a label off the lines behind it, a rim of paper round each letter, becomes a sheet of paper behind the label.
 * Chromium prints a rim as a drawing of each letter (Type 3), which is text once more: the label would be found and copied twice.
 * Runs in the page, laid out as on paper.
 */
export function paperBehindLabels(): void {
  const pen = document.createElement('canvas').getContext('2d')!;
  const sheetOf = (label: SVGTextElement, { font, stroke, strokeWidth, fontSize }: CSSStyleDeclaration): Element => {
    pen.font = font;
    const scale = parseFloat(fontSize) / parseFloat(/([\d.]+)px/.exec(pen.font)![1]!);
    const ink = pen.measureText(label.textContent);
    const [{ x, width }, rim, line] = [label.getBBox(), parseFloat(strokeWidth) / 2, label.getStartPositionOfChar(0).y];
    const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const box = { x: x - rim, y: line - ink.actualBoundingBoxAscent * scale - rim, width: width + 2 * rim, height: (ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent) * scale + 2 * rim, rx: rim };
    for (const [name, value] of Object.entries(box)) sheet.setAttribute(name, value.toFixed(2));
    sheet.style.cssText = `fill: ${stroke}; stroke: none`;
    return sheet;
  };
  const rimmed = [...document.querySelectorAll<SVGTextElement>('svg text')].flatMap((label) => {
    const style = getComputedStyle(label);
    return style.stroke === 'none' || label.getNumberOfChars() === 0 ? [] : [{ label, sheet: sheetOf(label, style) }];
  });
  for (const { label, sheet } of rimmed) {
    label.before(sheet);
    label.style.stroke = 'none';
  }
}

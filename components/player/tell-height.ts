/** Pixels that a figure's page needs to be seen whole. */
export const pageHeight = ({ body }: Document): number => Math.ceil(body.getBoundingClientRect().height);

/** Tells the page around a frame how high the figure is, now and whenever that changes: `{ figureHeight }`, in pixels. */
export function tellHeight(): void {
  new ResizeObserver(() => window.parent.postMessage({ figureHeight: pageHeight(document) }, '*')).observe(document.body);
}

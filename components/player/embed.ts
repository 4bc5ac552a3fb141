import { pageHeight } from './tell-height.ts';

/** A figure on a page of its own, for a frame: what a reader calls it, and how many pixels high it is where that page cannot be asked. */
export interface Framed { readonly src: string; readonly title: string; readonly otherwise: number }

/** Pixels that a frame has on a phone; in a column of text at a desk, and over a whole page there, where letters are larger. */
const [narrow, column, wide] = [344, 700, 1264];
/** Pixels to spare: until our face has come, the letters of another one may take a little more. */
const spare = 8;
/** Pixels that the window has then. Between them, and beyond, what is measured at those two is made out for the rest. */
const [phone, desk] = [360, 760];

/** HTML for a page of the reader's own: a frame as high as the figure, and a line that keeps it so whatever unfolds in it. Where a host takes the line out, the frame's own height is left. */
export async function snippetOf({ src, title, otherwise }: Framed): Promise<string> {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const { origin } = new URL(src);
  return `<iframe src="${escaped(src)}" title="${escaped(title)}" loading="lazy" style="width:100%;height:${heightOf(await measured(src) ?? [otherwise, otherwise])};border:0"></iframe>\n`
    + `<script>addEventListener("message",function(e){if(e.origin==="${origin}"&&e.data.figureHeight>0)document.querySelectorAll("iframe").forEach(function(f){if(f.contentWindow===e.source)f.style.height=e.data.figureHeight+"px"})})</script>`;
}

/** The height on any window, from those on a phone and at a desk. */
function heightOf([low, high]: readonly [number, number]): string {
  const fall = (low - high) / (desk - phone);
  return `clamp(${Math.min(low, high)}px,calc(${Math.round(low + fall * phone)}px - ${(100 * fall).toFixed(1)}vw),${Math.max(low, high)}px)`;
}

/** How high the page of a figure is on a phone and at a desk: asked of that very page, out of sight. */
async function measured(src: string): Promise<readonly [number, number] | undefined> {
  const frame = Object.assign(document.createElement('iframe'), { src, inert: true, style: 'position: fixed; inset: 0 auto auto 0; height: 100px; visibility: hidden' });
  document.body.append(frame);
  const page = await awake(frame);
  const at = (width: number): number => {
    frame.style.width = `${width}px`;
    return pageHeight(page!) + spare;
  };
  const heights = page && ([at(narrow), Math.max(at(column), at(wide))] as const);
  frame.remove();
  return heights;
}

/** A frame's page once its figure lives or says why not; none where it could not be fetched. */
async function awake(frame: HTMLIFrameElement): Promise<Document | undefined> {
  await new Promise((loaded) => { frame.addEventListener('load', loaded, { once: true }); });
  const figure = frame.contentDocument?.querySelector<HTMLElement>('demo-figure');
  if (!figure) return undefined;
  await new Promise<void>((done) => {
    const look = (): void => { if ('live' in figure.dataset || 'failed' in figure.dataset) done(); };
    new MutationObserver(look).observe(figure, { attributes: true });
    look();
  });
  return frame.contentDocument!;
}

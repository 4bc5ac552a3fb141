import { objectsOf } from './packed-pdf.ts';

/** The page, from 1, that each address within a PDF lies on: `s-1-2-stack`. Of a PDF as Chromium writes it. */
export function foliosIn(pdf: Uint8Array): ReadonlyMap<string, number> {
  const { objects } = objectsOf(Buffer.from(pdf).toString('latin1'));
  const bodies = new Map(objects.map(({ number, body }) => [number, body]));
  const catalog = need(objects.find(({ body }) => body.startsWith('<</Type /Catalog')), 'catalogue').body;
  const folios = new Map(leavesUnder(referredTo(catalog, 'Pages'), bodies).map((page, i) => [page, i + 1]));
  const places = bodies.get(referredTo(catalog, 'Dests')) ?? '';
  return new Map([...places.matchAll(/\/(\S+) \[(\d+) 0 R /g)].map(([, address, page]) => [address!, need(folios.get(Number(page)), `page ${page}`)]));
}

/** The pages of a tree of pages, in their order. */
function leavesUnder(number: number, bodies: ReadonlyMap<number, string>): readonly number[] {
  const [, kids] = /\/Kids \[([^\]]*)\]/.exec(bodies.get(number) ?? '') ?? [];
  return kids === undefined ? [number] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => leavesUnder(Number(kid), bodies));
}

const referredTo = (body: string, name: string): number => Number(need(new RegExp(`/${name} (\\d+) 0 R`).exec(body), name)[1]);

function need<T>(found: T | undefined | null, name: string): T {
  if (found === undefined || found === null) throw new Error(`A printed PDF has no ${name} where Chromium writes it.`);
  return found;
}

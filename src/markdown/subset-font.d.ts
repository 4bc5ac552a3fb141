/** A face that keeps only the characters of a text, or all its glyphs, at a place on its axes; from the package's README. */
declare module 'subset-font' {
  export default function subsetFont(font: Buffer, characters: string, options: { readonly targetFormat: 'sfnt' | 'woff' | 'woff2'; readonly keepAllGlyphs?: boolean; readonly variationAxes?: Readonly<Record<string, number>> }): Promise<Buffer>;
}

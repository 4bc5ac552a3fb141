/** A face that keeps only the characters of a text; from the package's README. */
declare module 'subset-font' {
  export default function subsetFont(font: Buffer, characters: string, options: { readonly targetFormat: 'sfnt' | 'woff' | 'woff2' }): Promise<Buffer>;
}

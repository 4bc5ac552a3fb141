/** What `text` is inside XML: in an element, or in an attribute's double quotes. */
export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** XML that names letters beyond ASCII by their numbers or by HTML's name, with the letters instead. */
export const spelled = (xml: string): string => xml.replaceAll('&nbsp;', '\u00a0').replaceAll(/&#x([0-9a-f]+);/gi, (whole, code: string) => (parseInt(code, 16) < 128 ? whole : String.fromCodePoint(parseInt(code, 16))));

export const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** A document of an EPUB; `lang` is its language's tag. */
export function xhtml(lang: string, title: string, body: string): string {
  return `${declaration}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">
<head><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>${body}</body>
</html>
`;
}

import { nasty as ofLinks } from '../../src/demos/spoilt-links.ts';

/** Texts that would be markup if they were let. Each has a `bomb` in it, by which it is found again. */
export const bombs: readonly string[] = [
  '<img src=x onerror="bomb()">', '<script>bomb()</script>', '"><b id=bomb>', '\'><bomb>', '</textarea><svg onload="bomb()">', '</title></style></script><bomb>',
  '&lt;b id=bomb&gt;', 'javascript:bomb()', '" onmouseover="bomb()', '\u202e<b id=bomb>\u0000', '<!--bomb-->', ']]><bomb/>', '{{bomb}}', '${bomb}',
];

/** Numbers at which counting ends or goes wrong. */
export const numbers: readonly string[] = [
  '0', '-0', '-1', '1', '00000000000000000001', '4294967295', '4294967296', '-2147483649', '9007199254740991', '9007199254740992', '9007199254740993',
  '9223372036854775807', '9223372036854775808', '18446744073709551615', '18446744073709551616', 'ffffffffffffffff', '10000000000000000', 'fffffffffffff000', '7ffffffff000', '0x', '0x10',
  '1e308', '1e309', '-1e309', '1e-400', '5e-324', 'NaN', '-NaN', '+Inf', '-Inf', 'Infinity', '1.7976931348623157e+308', '0.1', '.', '1.', '.5', '1,024', '1 024', '١٢٣', '１２', '9'.repeat(400),
];

/** Characters that are seen badly, or not at all, or end something. */
export const characters: readonly string[] = [
  '\u0000', '\u0001', '\u001b[31m', '\b', '\t', '\v', '\f', '\r', '\r\n', '\n', '\u0085', '\u00a0', '\u00ad', '\u200b', '\u200f', '\u2028', '\u2029', '\u202e', '\u2066', '\u3000', '\ufeff', '\ufffd', '\uffff',
  '\ud800', '\udfff', '\udc00\ud800', '😀', 'e\u0301\u0301\u0301', '内存', '"', '\'', '\\', '\\u0000', '%', '%00', '&', '<', '>', '{', '}', '[', ']', '(', ')', '#', '=', ':', ',', ';', '/', '|', '`', '$', '+', '-', '@', '~',
];

/** Names the language itself has for something. */
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', '__defineGetter__', 'length', 'undefined', 'null', 'true'];

export const words: readonly string[] = [...bombs, ...numbers, ...names, ...ofLinks];

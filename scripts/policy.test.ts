import { expect, test } from 'vitest';
import { narrowed } from './policy.ts';

/** Of `go()` and `a{b:c}`, by `printf … | openssl dgst -sha256 -binary | base64`. */
const [script, style, other] = ['sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=', 'sha256-0cRUVYRKwNwnl1hkfkPGjkht16b039TjFdJzmXfFK2o=', 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='];

test('a page’s policy names the hashes of its own scripts and styles, and no others', () => {
  const page = (policy: string): string => `<meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self' ${policy};"><script>go()</script><script src="/x.js"> </script><style data-a>a{b:c}</style>`;
  expect(narrowed(page(`'${script}' '${other}' '${style}'`))).toBe(page(`'${script}' '${style}'`));
});

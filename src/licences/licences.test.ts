import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageOf } from './every-package-named.ts';
import { isNamed, shipped } from './shipped.ts';

test('each work names its licence, and the text begins or ends as that licence does', () => {
  const says: Readonly<Record<string, RegExp>> = { MIT: /Permission is hereby granted, free of charge/, ISC: /Permission to use, copy, modify, and\/or distribute/, 'BSD-3-Clause': /Redistribution and use in source and binary forms/, 'OFL-1.1': /SIL OPEN FONT LICENSE/i };
  for (const { licence, text } of shipped()) expect(readFileSync(text, 'utf8')).toMatch(says[licence] ?? /^$/);
});

test('a module is of the innermost package that holds it', () => {
  expect(packageOf('/book/node_modules/@preact/signals/dist/signals.mjs')).toBe('@preact/signals');
  expect(packageOf('/book/node_modules/d3-shape/node_modules/d3-path/src/path.js')).toBe('d3-path');
  expect(packageOf('/book/components/player/mount.ts')).toBeUndefined();
});

test('a package that nobody named is not named', () => {
  expect([isNamed('preact'), isNamed('left-pad'), isNamed('toString')]).toEqual([true, false, false]);
});

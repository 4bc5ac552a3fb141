/**
 * Prints what changed between Go versions, from the recordings: `npm run -s oracle:changes`
 * as a table, with `--json` as one JSON array of { since, subject, name, from, to }.
 */
import { readFileSync } from 'node:fs';
import { changes, type Change } from '../src/oracle/changes.ts';
import { recordedVersions } from '../src/oracle/versions.ts';

const found = changes(recordedVersions((file) => JSON.parse(readFileSync(`oracle/recordings/${file}`, 'utf8'))));

/** A value short enough for a line: of a list, its beginning. */
function short(value: Change['from']): string {
  const text = value === null ? 'none' : String(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(found, null, 2));
} else {
  for (const { since, subject, name, from, to } of found) console.log(`Go ${since}  ${subject}, ${name}: ${short(from)} -> ${short(to)}`);
}

import emptied from '../../../oracle/recordings/emptied.json' with { type: 'json' };
import { readRecording, type Row } from '../recording.ts';
import { mibOf, type Facts } from './fact.ts';

const million = (elem: number, op: Row<'emptied@1'>['op']) => mibOf(readRecording('emptied@1', emptied).rows.find((row) => row.elem === elem && row.entries === 1_000_000 && row.op === op)!.least);

/** A map of a million entries with elements of 128 bytes, in the slots, or of 129, apart. */
export const mapFacts: Facts = {
  'map-filled': () => million(128, 'insert'),
  'map-deleted': () => million(128, 'delete'),
  'map-cleared': () => million(128, 'clear'),
  'map-apart-filled': () => million(129, 'insert'),
  'map-apart-deleted': () => million(129, 'delete'),
};

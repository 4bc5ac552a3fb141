import { answering } from '../answering.ts';
import { readLog } from './read-log.ts';

answering(readLog, ({ columns }) => Object.values(columns).map(({ buffer }) => buffer));

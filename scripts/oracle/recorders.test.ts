import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compared, recorders } from './recorders.ts';

const source = (file: string): string => readFileSync(`oracle/cmd/record/${file}`, 'utf8');
const all = [...source('main.go').matchAll(/^\t\{"([\w-]+)", (record\w+)\},$/gm)].map(([, name = '', does = '']) => ({ name, does }));

/** The file that records something, but for `huge`, which is recorded by two that it calls. */
const fileOf = (does: string): string => globSync('*.go', { cwd: 'oracle/cmd/record' }).find((file) => source(file).includes(`func ${does}() `))!;

test('every recorder is either asked again with a new Go, or it is said why not', () => {
  expect(Object.keys(recorders)).toEqual(all.map(({ name }) => name));
  expect(compared).toEqual(expect.arrayContaining(['stacks', 'leaks', 'escapes', 'gc-cycle', 'give-back', 'emptied']));
});

test('those that make a memory cgroup are left out, and no others for that', () => {
  const inGroup = all.filter(({ does }) => /\binGroup(?:From)?\(|\bgroup ?\+/.test(source(fileOf(does)))).map(({ name }) => name);
  expect(Object.keys(recorders).filter((name) => recorders[name]!.includes('cgroup'))).toEqual(inGroup);
});

test('those that build no Go program are left out, and no others for that', () => {
  const withoutGo = all.filter(({ does }) => !/goBuild\{|goSubject|fixedBase|startupCommand|buildLive|pinned\(\)|versions\(\)|writeGrowth|writeCounters|overlaid\(/.test(source(fileOf(does)))).map(({ name }) => name);
  expect(Object.keys(recorders).filter((name) => recorders[name] === 'another Go changes nothing of it')).toEqual(withoutGo);
});

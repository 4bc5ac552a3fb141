import type { ProcessWords } from './words.ts';

const commands = 'cat /proc/PID/smaps、cat /proc/PID/maps 或 pmap -X PID';

/** Names the readers give to fields; the kernel's own (`Rss`, `Size`) stay as they are. */
const fields: Readonly<Record<string, string>> = {
  'address range': '地址范围', 'permissions': '权限', 'offset': '偏移', 'device': '设备号', 'inode': ' inode', 'next field': '后面的字段',
};
const field = (name: string | number | undefined): string => fields[String(name)] ?? ` ${name} `;

const expectations: Readonly<Record<string, string>> = {
  'two addresses with a dash between, as in 7f7eba507000-7f7eca687000': '两个地址，中间一个连字符，例如 7f7eba507000-7f7eca687000',
  'a row of pmap': ' pmap 的一行',
};

/** What can be wrong with a pasted map, in Chinese. */
const damage: ProcessWords['damage'] = {
  'nothing-to-read': () => `这段文本里没有映射。请粘贴 ${commands} 的输出。`,
  'text-too-long': ({ length, limit }) => `文本有 ${length} 个字符，最多读 ${limit} 个。请截短，或者改贴 maps。`,
  'unknown-format': ({ found }) => `“${found}”不像 maps、smaps 或 pmap 一行的开头。请粘贴 ${commands} 的输出。`,
  'not-a-mapping': ({ found, expected }) => `“${found}”不是映射。这里应当是${expectations[String(expected)] ?? ` ${expected}`}。`,
  'missing-field': (a) => `这一行没写完，缺${field(a['field']).trimEnd()}。请粘贴整行。`,
  'bad-address': ({ found }) => `“${found}”不是地址：地址最多 16 位十六进制数字。`,
  'unaligned-address': ({ found }) => `地址 ${found} 不是 4 KiB 的整数倍，映射不会从这里开始，也不会在这里结束。`,
  'empty-range': ({ start, end }) => `映射在 ${end} 结束，不在起点 ${start} 之后。`,
  'bad-permissions': ({ found, expected }) => `“${found}”不是权限，权限形如 ${expected}。`,
  'bad-number': (a) => `${field(a['field']).trimStart()}应当是整数，这里却是“${a['found']}”。`,
  'bad-offset': ({ found }) => `“${found}”不是偏移：偏移最多 16 位十六进制数字。`,
  'bad-device': ({ found }) => `“${found}”不是设备号：设备号是两个十六进制数，中间一个冒号。`,
  'bad-size': ({ found }) => `映射不可能是 ${found} KiB：大小都是 4 KiB 的整数倍，地址都小于 2^64。`,
  'size-differs': ({ said, counted }) => `Size 写的是 ${said} KiB，按地址算是 ${counted} KiB。两行里有一行改动过。`,
  'counter-before-mapping': ({ found }) => `“${found}”属于某个映射，可前面一个映射都没有。请从第一行开始粘贴。`,
  'overlap': ({ other }) => `这个映射与第 ${other} 行的重叠。要么读的时候映射正在变化，要么贴了两份文本：请重新读一次。`,
  'no-header': () => '这是 pmap -X 的输出，但缺了表头，各列分不清。运行时不要加 -q。',
  'second-process': () => '从这里起是另一个进程。请一次只贴一个进程。',
  'rollup-among-mappings': () => 'smaps_rollup 只有一项，没有别的映射。smaps 和 smaps_rollup 请只贴一种。',
  'unknown-line': ({ found }) => `“${found}”不是这里能读的行。`,
  'no-number': ({ name, found }) => `${name} 应当是数字，这里却是“${found}”。`,
  'no-pair': ({ name, found }) => `${name} 应当是两个数字，中间一个斜杠，这里却是“${found}”。`,
  'bad-label': ({ found }) => `“${found}”不是标签，标签形如 instance="10.0.0.7:9090"。`,
  'open-labels': () => '标签没有右花括号。请粘贴整行。',
  'bad-json': ({ found }) => `“${found}”不是 JSON。`,
  'rollup-without-rss': () => '这份 smaps_rollup 里没有 Rss 行。请粘贴整个文件。',
};
export default damage;

import { isReserved, type Mapping } from '../../engine/memory/mapping.ts';
import { recordedProcess, type ProcessName } from '../processes.ts';
import { column, from, words, type Cell, type RecordedTable, type Words } from './table.ts';

interface Block { readonly heap: Mapping | undefined; readonly holder: Mapping; readonly above: Mapping; readonly virt: number }

/** The mapping in which a pointer of malloc lies, and what stands around it. */
function blockOf(name: ProcessName, key: string): Block {
  const { mappings, printed, status } = recordedProcess(name);
  const pointer = Number(printed[key]);
  const at = mappings.findIndex(({ start, end }) => start <= pointer && pointer < end);
  return { heap: mappings.find((mapping) => mapping.name === '[heap]'), holder: mappings[at]!, above: mappings[at + 1]!, virt: status['VmSize']! };
}

const [first, large, threaded] = [blockOf('c', 'pointer'), blockOf('c-large', 'pointer'), blockOf('c-thread', 'threadPointer')];

function rowOf(call: string, where: Words, { heap, holder, above, virt }: Block): readonly Cell[] {
  return [call, where, heap?.sizeKiB ?? '–', holder === heap ? '–' : holder.sizeKiB, isReserved(above) ? above.sizeKiB : '–', virt];
}

/** Where the pointers of malloc lie. */
export function cHeap(): RecordedTable {
  const [line, block] = [large.holder.sizeKiB, large.virt - first.virt];
  return {
    caption: words(
      `Three programs that call malloc, sizes in KiB. Of the ${line} KiB, ${block} are the block’s; ${line - block} lay below libc before: neighbours with equal permissions are one line.`,
      `三个调用 malloc 的程序，单位 KiB。${line} KiB 里有 ${block} 是这一块的，另外 ${line - block} 原本就在 libc 下面：权限相同的邻居合成一行。`,
    ),
    columns: [
      column('code', 'call', '调用'),
      column('words', 'the pointer lies in', '指针落在'),
      column('number', '[heap]', '[heap]'),
      column('number', 'the pointer’s line', '指针所在的行'),
      column('number', 'reserved above it', '上方保留'),
      column('number', 'VIRT', 'VIRT'),
    ],
    rows: [
      rowOf('malloc(1)', words('[heap]', '[heap]'), first),
      rowOf('malloc(200000)', words('a mapping of its own', '单独的映射'), large),
      rowOf('malloc(1)', words('a second thread’s arena', '第二个线程的 arena'), threaded),
    ],
    from: from(recordedProcess('c').recording, 'processes'),
  };
}

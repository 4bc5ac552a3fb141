import { ServiceMachine } from '../../src/engine/go/service/service-machine.ts';
import type { Service } from '../../src/engine/go/service/service.ts';
import { table } from '../table.ts';

const mib = 2 ** 20;
const service: Service = { procs: 4, busy: 4, allocationRate: 800 * mib, scanShare: 0.5, scanRate: 1000 * mib, roots: mib, nonHeap: 16 * mib, outside: 16 * mib };

/** How long so many simulated seconds take, in milliseconds for each. */
function perSecond(memoryLimit: number, seconds: number): number {
  const machine = new ServiceMachine(service, { gcPercent: memoryLimit === Infinity ? 100 : -1, memoryLimit, container: Infinity });
  machine.apply({ do: 'keep', bytes: 200 * mib });
  const began = performance.now();
  machine.apply({ do: 'run', seconds, of: seconds });
  return (performance.now() - began) / seconds;
}

/** A service on four Ps, all busy, that allocates 800 MiB a second: with room, and with none. A simulated second should take no more than 50 ms. */
export function benchService(): void {
  const rows = [['GOGC=100', perSecond(Infinity, 20)], ['a limit below what is alive', perSecond(150 * mib, 20)]] as const;
  console.log(table(['a simulated second of a service', 'ms'], rows.map(([name, ms]) => [name, ms.toFixed(2)])));
}

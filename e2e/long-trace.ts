/** Half a million calls: every second block is freed, then none fits. */
export function longTrace(): string {
  const blocks = 200_000;
  const lines = Array.from({ length: blocks }, (_, id) => `a ${id} 24`);
  for (let id = 0; id < blocks; id += 2) lines.push(`f ${id}`);
  for (let id = 0; id < blocks; id++) lines.push(`a ${blocks + id} 40`);
  return lines.join('\n');
}

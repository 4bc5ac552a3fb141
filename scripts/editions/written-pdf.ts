/** For tests, a PDF as Chromium writes it: objects in no order, one of them a stream, and a number that is free. */
export function written(bodies: Readonly<Record<number, string>>): Buffer {
  let file = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n';
  const starts = new Map<number, number>();
  for (const number of Object.keys(bodies).map(Number).reverse()) {
    starts.set(number, file.length);
    file += `${number} 0 obj\n${bodies[number]}\nendobj\n`;
  }
  const size = Math.max(...starts.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => (starts.has(number) ? `${String(starts.get(number)).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n'));
  return Buffer.from(`${file}xref\n0 ${size}\n${rows.join('')}trailer\n<</Size ${size}\n/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`, 'latin1');
}

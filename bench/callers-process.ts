import { connect, type Socket } from 'node:net';
import { load } from './measure.ts';

/**
 * Asks for one address again and again and tells its parent how long that took. A connection for each caller that stays
 * open, and no more reading than finding the end of an answer: `fetch` costs about as much as the page it asks for.
 */
const [address = '', callers = '', count = ''] = process.argv.slice(2);
const { hostname, port, pathname, host } = new URL(address);
const request = `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept-Language: en\r\n\r\n`;

const free = await Promise.all(Array.from({ length: Number(callers) }, open));
const result = await load(Number(callers), Number(count), async () => {
  const caller = free.pop();
  if (!caller) throw new Error('More calls than callers.');
  await caller();
  free.push(caller);
});
process.send?.(result, () => process.exit());

/** One connection; each call resolves with the last byte of its answer. */
async function open(): Promise<() => Promise<void>> {
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let arrived: Buffer = Buffer.alloc(0);
  let answered: { resolve(): void; reject(error: Error): void } | undefined;
  socket.on('data', (chunk: Buffer) => {
    arrived = arrived.length === 0 ? chunk : Buffer.concat([arrived, chunk]);
    const head = arrived.indexOf('\r\n\r\n');
    if (head === -1) return;
    const words = arrived.toString('latin1', 0, head);
    if (!words.startsWith('HTTP/1.1 200 ')) return answered?.reject(new Error(words.split('\r\n')[0]));
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(words)?.[1]);
    if (arrived.length < head + 4 + length) return;
    arrived = Buffer.alloc(0);
    answered?.resolve();
  });
  socket.on('close', () => answered?.reject(new Error('The connection was closed.')));
  return () =>
    new Promise((resolve, reject) => {
      answered = { resolve, reject };
      socket.write(request);
    });
}

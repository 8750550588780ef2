import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load } from './measure.ts';

const program = fileURLToPath(new URL('callers-process.ts', import.meta.url));

/** GET requests of one path by `callers` at once, from a process of its own: what it costs to ask is not in our own figures. */
export async function call(url: string, callers: number, count: number): Promise<Load> {
  const child: ChildProcess = fork(program, [url, String(callers), String(count)]);
  const [load] = (await Promise.race([once(child, 'message'), failed(child)])) as [Load];
  await once(child, 'exit');
  return load;
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`The callers ended with ${code} and told nothing.`);
}

import { Worker } from 'node:worker_threads';
import type { HolidayAnswer, HolidayTask } from './holiday-reading.ts';

export type HolidaysRead = HolidayAnswer | { readonly ok: false; readonly reason: 'too-slow' | 'not-a-calendar' };

/** Reads a calendar text in a thread that is ended when it takes too long or too much. Never throws. */
export function readHolidaysInThread(task: HolidayTask, timeoutMs = 4_000): Promise<HolidaysRead> {
  const worker = new Worker(new URL('./holiday-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 128, stackSizeMb: 4 },
  });
  return new Promise((resolve) => {
    const finish = (answer: HolidaysRead) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish({ ok: false, reason: 'too-slow' }), timeoutMs);
    worker.on('message', (answer: HolidayAnswer) => finish(answer));
    worker.on('error', () => finish({ ok: false, reason: 'not-a-calendar' }));
    worker.on('exit', () => finish({ ok: false, reason: 'not-a-calendar' }));
    worker.postMessage(task);
  });
}

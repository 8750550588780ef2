import { parentPort } from 'node:worker_threads';
import { type HolidayTask, readHolidays } from './holiday-reading.ts';

// In a thread of its own, because a calendar can be written so that following it never ends, and only a thread can be ended.
parentPort?.on('message', (task: HolidayTask) => {
  parentPort?.postMessage(readHolidays(task));
});

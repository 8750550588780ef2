import { parentPort } from 'node:worker_threads';
import { type ReadingOptions, readMail } from './read-mail.ts';

// In a thread of its own, because a mail can be written so that reading it takes hours, and only a thread can be ended.

export interface ReadingTask {
  raw: Uint8Array;
  options: ReadingOptions;
}

parentPort?.on('message', ({ raw, options }: ReadingTask) => {
  readMail(Buffer.from(raw), options).then(
    (mail) => {
      // Buffers of a shared pool cannot be handed over, and copying one by itself keeps the rest of the pool out.
      const attachments = mail.attachments.map((attachment) => ({
        ...attachment,
        content: Uint8Array.from(attachment.content),
      }));
      parentPort?.postMessage(
        { ...mail, attachments },
        attachments.map(({ content }) => content.buffer),
      );
    },
    () => parentPort?.postMessage({ ok: false, reason: 'not-readable' }),
  );
});

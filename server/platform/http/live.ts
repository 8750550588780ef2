import pg from 'pg';
import { connectionOptions } from '../database/connect.ts';
import type { Log } from '../log.ts';
import { announceChannel } from '../work.ts';

type Listener = (topic: string) => void;

export interface Live {
  listen(listener: Listener): () => void;
  stop(): Promise<void>;
}

/** Told to every listener after the connection was lost: something may have been missed. */
export const anyTopic = '*';

/** Hears `ctx.announce` of every process through one connection and passes it on to the open screens of this one. */
export async function startLive(url: string, log: Log): Promise<Live> {
  const listeners = new Set<Listener>();
  let client: pg.Client | undefined;
  let stopped = false;
  const tell = (topic: string) => {
    for (const listener of listeners) listener(topic);
  };

  async function open(): Promise<void> {
    const fresh = new pg.Client(connectionOptions(url));
    fresh.on('notification', (message) => tell(message.payload ?? anyTopic));
    fresh.on('error', () => {});
    fresh.on('end', () => {
      if (!stopped) setTimeout(() => void reopen(), 1_000).unref();
    });
    await fresh.connect();
    await fresh.query(`listen ${announceChannel}`);
    client = fresh;
  }

  async function reopen(): Promise<void> {
    if (stopped) return;
    try {
      await open();
      tell(anyTopic);
    } catch {
      log.warn({ what: 'live updates wait for the database' });
      setTimeout(() => void reopen(), 2_000).unref();
    }
  }

  await open();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      stopped = true;
      await client?.end();
    },
  };
}

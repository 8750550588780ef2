import type { Database } from '../database/connect.ts';
import type { Actor } from './actor.ts';
import { touchSessions } from './session-store.ts';

const touchEverySeconds = 60;

/**
 * Notes that sessions are in use: after the answer, at most once a minute each, all that wait in one statement.
 * What is lost in a crash costs someone a minute of their idle time.
 */
export function makeTouches(db: Database) {
  const lately = new Map<string, Temporal.Instant>();
  let waiting = new Map<string, Temporal.Instant>();
  let running: Promise<void> | undefined;

  async function drain(): Promise<void> {
    // A breath, so that requests that finish together share the statement.
    await new Promise((resolve) => setTimeout(resolve, 20));
    while (waiting.size > 0) {
      const batch = waiting;
      waiting = new Map();
      await touchSessions(db, batch).catch(() => {
        for (const id of batch.keys()) lately.delete(id);
      });
    }
    running = undefined;
  }

  function forgetOld(now: Temporal.Instant): void {
    if (lately.size < 10_000) return;
    for (const [id, at] of lately) if (now.since(at).total('seconds') >= touchEverySeconds) lately.delete(id);
  }

  return {
    touch(actor: Actor, now: Temporal.Instant): void {
      if (actor.kind !== 'staff' && actor.kind !== 'person') return;
      const last = lately.get(actor.sessionId);
      if (last && now.since(last).total('seconds') < touchEverySeconds) return;
      forgetOld(now);
      lately.set(actor.sessionId, now);
      waiting.set(actor.sessionId, now);
      running ??= drain();
    },
    settled: () => running ?? Promise.resolve(),
  };
}

import { type CronItem, Logger, parseCronItems, type Runner, type RunnerOptions, run, runOnce } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import { z } from 'zod';
import { system } from '../access/actor.ts';
import { errorLine, type Log } from '../log.ts';
import { asSystem, type Workshop } from '../work.ts';
import type { Delivery, Schedule } from './delivery.ts';

const reactPayload = z.object({ eventId: z.uuid(), reaction: z.string() });
const deliverPayload = z.object({ delivery: z.string(), id: z.string() });

interface Jobs {
  readonly deliveries: readonly Delivery[];
  readonly schedules: readonly Schedule[];
}

/** Starts taking jobs; several processes share the queue. */
export function startJobs(shop: Workshop, pool: pg.Pool, jobs: Jobs, log: Log): Promise<Runner> {
  const cron: CronItem[] = jobs.schedules.map((it) => ({
    task: it.name,
    match: it.cron,
    options: { backfillPeriod: 0 },
  }));
  return run({
    ...optionsFor(shop, pool, jobs, log),
    concurrency: 4,
    pollInterval: 2_000,
    parsedCronItems: parseCronItems(cron),
  });
}

/** Runs what is due until nothing is, and until what just failed has been put back. */
export async function drainJobs(shop: Workshop, pool: pg.Pool, jobs: Jobs, log: Log): Promise<void> {
  const options = optionsFor(shop, pool, jobs, log);
  do await runOnce(options);
  while (await isAnyDue(shop));
}

async function isAnyDue(shop: Workshop): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (select from graphile_worker.jobs
      where locked_at is not null or (run_at <= now() and attempts < max_attempts)) as due`.execute(shop.db);
  return rows[0]?.due ?? false;
}

function optionsFor(shop: Workshop, pgPool: pg.Pool, jobs: Jobs, log: Log): RunnerOptions {
  const schedules = jobs.schedules.map((it) => [
    it.name,
    () => asSystem(shop, system(it.name), it.name, (ctx) => it.run(ctx)),
  ]);
  return {
    pgPool,
    noHandleSignals: true,
    logger: new Logger(() => (level, message, meta) => {
      if (level === 'error') log.error({ what: 'job', which: whichJob(message), ...errorLine(meta?.error) });
    }),
    taskList: {
      react: (payload) => react(shop, reactPayload.parse(payload)),
      deliver: (payload) => deliver(shop, jobs.deliveries, deliverPayload.parse(payload)),
      ...Object.fromEntries(schedules),
    },
  };
}

/** An error's text may quote an address or a person's words: only which job it was goes to the log. */
const whichJob = (message: string) => /^Failed task \S+ \([^)']*\)/.exec(message)?.[0] ?? 'the queue itself';

async function react(shop: Workshop, job: z.infer<typeof reactPayload>): Promise<void> {
  const reaction = shop.reactions.find((it) => it.name === job.reaction);
  // A reaction that a newer version no longer has: its news is old.
  if (!reaction) return;
  await asSystem(shop, system(reaction.name), reaction.name, async (ctx) => {
    const first = await sql`
      insert into platform.reaction_done (event_id, reaction, at) values (${job.eventId}, ${reaction.name}, ${ctx.now})
      on conflict do nothing`.execute(ctx.tx);
    if (first.numAffectedRows === 0n) return;
    const { rows } = await sql<{ payload: object }>`
      select payload from platform.event where id = ${job.eventId}`.execute(ctx.tx);
    if (rows[0]) await reaction.run(ctx, rows[0].payload);
  });
}

async function deliver(
  shop: Workshop,
  deliveries: readonly Delivery[],
  job: z.infer<typeof deliverPayload>,
): Promise<void> {
  const delivery = deliveries.find((it) => it.name === job.delivery);
  if (!delivery) throw new Error('A delivery of this name is not known.');
  const actor = system(delivery.name);
  const work = await asSystem(shop, actor, delivery.name, (ctx) => delivery.claim(ctx, job.id));
  if (work === undefined) return;
  const outcome = await delivery.call(work);
  await asSystem(shop, actor, delivery.name, async (ctx) => {
    const retryAt = await delivery.record(ctx, work, outcome);
    if (retryAt) await ctx.deliver(delivery, job.id, { at: retryAt });
  });
}

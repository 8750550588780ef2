import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { templateName, urlOf } from './global-setup.ts';

export interface TestDatabase {
  /** As the owner. */
  readonly url: string;
  /** As the application signs in. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** A fresh, migrated database of one's own, cloned from the template. */
export const makeTestDatabase = (): Promise<TestDatabase> => make(`template ${templateName} strategy file_copy`);

/** One in which nothing is yet. */
export const makeEmptyDatabase = (): Promise<TestDatabase> => make('');

async function make(from: string): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(server, `create database ${name} ${from}`);
  return {
    url: urlOf(server, name),
    appUrl: urlOf(inject('postgresAppUrl'), name),
    drop: () => run(server, `drop database if exists ${name} with (force)`),
  };
}

/** Two clones at once hold the same template (55006); the server's own cleaning, which we may not end, is at work (42501). */
const passing = new Set(['55006', '42501']);

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        if (!(error instanceof pg.DatabaseError && passing.has(error.code ?? '') && attempt < 100)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  } finally {
    await client.end();
  }
}

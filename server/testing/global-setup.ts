import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../platform/database/embedded.ts';
import { migrate } from '../platform/database/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    postgresAppUrl: string;
  }
}

export const templateName = 'bedside_template';

/** One real PostgreSQL for the whole run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject) {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'bedside-test-'));
  // Open to walk through, or the database of a test run by root would lie in /var/lib and stay there.
  await chmod(dataFolder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataFolder });
  const admin = new pg.Client(postgres.url);
  await admin.connect();
  await admin.query(`create database ${templateName}`);
  await admin.end();
  await migrate(urlOf(postgres.url, templateName));
  project.provide('postgresUrl', postgres.url);
  project.provide('postgresAppUrl', postgres.appUrl);
  return async () => {
    await postgres.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
}

export function urlOf(url: string, database: string): string {
  return url.replace(/\/bedside(\?|$)/, `/${database}$1`);
}

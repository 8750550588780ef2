import pg from 'pg';
import { SettingsError } from '../settings.ts';
import { appRole, type DatabaseUrls } from './connect.ts';

/**
 * A login of its own that may do more than the application's role, or that leads to another database, would be a wall
 * that only looks like one.
 */
export async function refusePowerfulLogin({ owner, app }: DatabaseUrls): Promise<void> {
  if (owner === app) return;
  const [expected, found] = [await lookFrom(owner), await lookFrom(app)];
  if (expected.database !== found.database)
    throw new SettingsError('DATABASE_URL and DATABASE_APP_URL lead to different databases: set both to the same one.');
  if (found.more.length > 0)
    throw new SettingsError(
      `The login of DATABASE_APP_URL may do more than it should (${found.more.join(', ')}): make it a member of ${appRole} and of nothing else.`,
    );
  if (!found.mayWork)
    throw new SettingsError(
      `The login of DATABASE_APP_URL may not act as ${appRole}: run "grant ${appRole} to" it, as docs/operate/install.md shows.`,
    );
}

async function lookFrom(url: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ database: string; more: string[]; mayWork: boolean }>(
      `select current_database() || ' ' || pg_postmaster_start_time() as database,
         array(select rolname::text from pg_roles
           where rolname not in (session_user, $1) and pg_has_role(session_user, oid, 'member')
           union all select 'superuser' from pg_roles where rolname = session_user and rolsuper
           union all select 'makes roles' from pg_roles where rolname = session_user and rolcreaterole
           union all select 'passes by row security' from pg_roles where rolname = session_user and rolbypassrls) as more,
         pg_has_role(session_user, $1, 'member') as "mayWork"`,
      [appRole],
    );
    return rows[0] ?? { database: '', more: [], mayWork: false };
  } finally {
    await client.end();
  }
}

import pg from 'pg';
import { expect } from 'vitest';
import type { House } from './house.ts';

const everyPersonalWord = `
  select value as word from people.contact_point
  union select trim(given || ' ' || family) from people.name where ended_at is null
  union select from_address from messaging.incoming_mail
  union select left(text, 40) from messaging.message
  union select left(subject, 40) from messaging.message
  union select name from workforce.staff
  union select email from workforce.staff`;

/** What was logged tells of nobody: no name, no address, no word that anybody wrote, and none of `more`. */
export async function expectSilentLog(house: House, more: readonly string[] = []): Promise<void> {
  const client = new pg.Client(house.databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ word: string | null }>(everyPersonalWord).finally(() => client.end());
  const words = [...rows.map((row) => row.word), ...more].filter((word) => word !== null && word.length >= 6);
  expect(words.length).toBeGreaterThan(100);
  expect(house.logged.length).toBeGreaterThan(10);
  const all = house.logged.join('\n').toLowerCase();
  expect(words.filter((word) => all.includes(String(word).toLowerCase()))).toEqual([]);
}

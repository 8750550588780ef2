import { existsSync, globSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseMail, stopParsing } from '../../platform/mail/incoming.ts';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { receiveMail } from './index.ts';

// Difficult mails that others collected; they live outside the project, and not everybody has them.
const corpus = process.env.BEDSIDE_SHARED_DATA ?? new URL('../../../../shared/data', import.meta.url).pathname;
const files = existsSync(`${corpus}/mail`)
  ? globSync(`${corpus}/mail/**/*`, { withFileTypes: true }).filter((file) => file.isFile())
  : [];
if (files.length === 0) console.warn('skipped: the collection of difficult mails is not here');

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  await app?.stop();
  await stopParsing();
});

describe.skipIf(files.length === 0)('difficult mails', () => {
  test('each is kept whole or not at all, and its words come back as they were read', {
    timeout: 180_000,
  }, async () => {
    const wrong: string[] = [];
    for (const file of files) {
      await sql`delete from messaging.raw_mail`.execute(app.db);
      await sql`update messaging.incoming_mail set from_plain = null`.execute(app.db);
      const raw = readFileSync(`${file.parentPath}/${file.name}`);
      const result = await receiveMail(app.shop, raw).catch((error: unknown) => `threw ${error}`);
      const kept = await sql<{ bytes: Buffer; text: string | null; full: string | null; outcome: string }>`
        select r.bytes, i.outcome, m.text, coalesce(m.full_text, m.text) as full from messaging.raw_mail r
        join messaging.incoming_mail i on i.id = r.incoming_mail_id
        left join messaging.message m on m.id = i.message_id`.execute(app.db);
      const [row] = kept.rows;
      const mail = await parseMail(raw);
      if (result === 'refused' && !row && raw.length === 0) continue;
      // The same mail under another file name.
      if (result === 'stored' && !row) continue;
      if (result !== 'stored' || !row?.bytes.equals(raw)) wrong.push(`${file.name}: ${result}`);
      else if (row.outcome === 'message' && mail.ok && row.text !== mail.newText)
        wrong.push(`${file.name}: its words changed`);
      else if (row.outcome === 'message' && mail.ok && row.full?.trim() !== mail.text.trim())
        wrong.push(`${file.name}: its whole text changed`);
      else if ((row.outcome === 'message') !== (row.text !== null)) wrong.push(`${file.name}: half kept`);
    }
    expect(wrong).toEqual([]);
    const count = await sql<{ n: number }>`select count(*) as n from messaging.incoming_mail`.execute(app.db);
    expect(count.rows[0]?.n).toBeGreaterThan(130);
  });
});

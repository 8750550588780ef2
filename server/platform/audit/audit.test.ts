import { randomUUIDv7 } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { system } from '../access/actor.ts';
import { connect, type Database, inTransaction, makePool } from '../database/connect.ts';
import { type AuditEntry, makeReadRecorder, writeEntries } from './entry.ts';
import { verifyAudit } from './verify.ts';

let database: TestDatabase;
let db: Database;
let owner: pg.Client;

const entry = (action: string): AuditEntry => ({
  at: Temporal.Now.instant(),
  actor: system('test'),
  action,
  outcome: 'done',
  personIds: [randomUUIDv7()],
  details: { id: action },
  requestId: randomUUIDv7(),
});

beforeAll(async () => {
  database = await makeTestDatabase();
  db = connect(makePool(database.appUrl, { connections: 24 }));
  owner = new pg.Client(database.url);
  await owner.connect();
  // Writers at the same time, some of them giving up: no gap, no fork.
  const recorder = makeReadRecorder(db);
  await Promise.all(
    Array.from({ length: 120 }, async (_, n) => {
      if (n % 3 === 0) await recorder.record(entry(`read ${n}`));
      else
        await inTransaction(db, 'read write', async (tx) => {
          await writeEntries(tx, [entry(`write ${n}`), entry(`write again ${n}`)]);
          if (n % 10 === 1) throw new Error('given up');
        }).catch(() => {});
    }),
  );
});

afterAll(async () => {
  await owner.end();
  await db.destroy();
  await database.drop();
});

test('what parallel writers wrote verifies, and what was given up is not there', async () => {
  const verdict = await verifyAudit(db);
  expect(verdict.faults).toEqual([]);
  expect(verdict.entries).toBe(40 + 2 * 80 - 2 * 8);
});

test('the application cannot change, remove or empty it, nor touch the heads', async () => {
  for (const statement of [
    "update platform.audit_entry set action = 'x'",
    'delete from platform.audit_entry',
    'truncate platform.audit_entry',
    'update platform.audit_chain set length = 0',
    'update platform.event set name = $$x$$',
  ])
    await expect(
      db.executeQuery({
        sql: statement,
        parameters: [],
        query: { kind: 'RawNode' } as never,
        queryId: { queryId: '1' },
      }),
    ).rejects.toThrow(/permission denied/);
});

const tampered = async (statements: string[]) => {
  await owner.query('begin');
  await owner.query('alter table platform.audit_entry disable trigger all');
  for (const statement of statements) await owner.query(statement);
  await owner.query('alter table platform.audit_entry enable trigger all');
  await owner.query('commit');
  return verifyAudit(db);
};
const longest = '(select chain from platform.audit_chain order by length desc limit 1)';

test('an owner who edits, removes, swaps or cuts off entries is found out', async () => {
  await owner.query('create table kept as table platform.audit_entry');
  const restore = ['delete from platform.audit_entry', 'insert into platform.audit_entry select * from kept'];
  const edited = await tampered([
    `update platform.audit_entry set actor_name = 'someone else' where chain = ${longest} and position = 2`,
  ]);
  expect(edited.faults).toMatchObject([{ position: 2, fault: 'changed' }]);
  await tampered(restore);
  const removed = await tampered([`delete from platform.audit_entry where chain = ${longest} and position = 3`]);
  expect(removed.faults).toMatchObject([{ position: 3, fault: 'missing' }]);
  await tampered(restore);
  const swapped = await tampered([
    `update platform.audit_entry set position = -1 where chain = ${longest} and position = 1`,
    `update platform.audit_entry set position = 1 where chain = ${longest} and position = 2`,
    `update platform.audit_entry set position = 2 where chain = ${longest} and position = -1`,
  ]);
  expect(swapped.faults).toMatchObject([{ position: 1, fault: 'changed' }]);
  await tampered(restore);
  const cut = await tampered([
    `delete from platform.audit_entry e using platform.audit_chain c where c.chain = ${longest} and e.chain = c.chain and e.position = c.length`,
  ]);
  expect(cut.faults).toMatchObject([{ fault: 'cut off' }]);
  expect((await tampered(restore)).faults).toEqual([]);
});

test('the anchor changes with every entry', async () => {
  const before = await verifyAudit(db);
  await writeEntries(db, [entry('one more')]);
  expect((await verifyAudit(db)).anchor).not.toBe(before.anchor);
});

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

interface Fault {
  readonly chain: number;
  readonly position: number;
  readonly fault: 'changed' | 'missing' | 'cut off';
}

export interface AuditVerdict {
  readonly entries: number;
  /** The first thing wrong in each broken chain; empty when all is well. */
  readonly faults: readonly Fault[];
  /** One digest over all chain heads: kept elsewhere, it proves later that nothing was rewritten or cut off. */
  readonly anchor: string;
}

interface Head {
  readonly chain: number;
  readonly length: number;
  readonly last_hash: Buffer;
}

const pageSize = 5_000;

/** Recomputes every hash from the stored content and compares it with the chain and with its head. Reads only. */
export async function verifyAudit(db: Database, progress: (entries: number) => void = () => {}): Promise<AuditVerdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => verifyAuditWithin(tx, progress));
}

/** The same inside a transaction of the caller's, in which nobody else may write. */
export async function verifyAuditWithin(
  tx: Database,
  progress: (entries: number) => void = () => {},
): Promise<AuditVerdict> {
  const heads = await sql<Head>`
    select chain, length, last_hash from platform.audit_chain order by chain`.execute(tx);
  const faults: Fault[] = [];
  const anchor = createHash('sha256');
  let entries = 0;
  for (const head of heads.rows) {
    anchor.update(`${head.chain} ${head.length} `).update(head.last_hash);
    const fault = await findFault(tx, head, (more) => {
      entries += more;
      progress(entries);
    });
    if (fault) faults.push(fault);
  }
  return { entries, faults, anchor: anchor.digest('hex') };
}

async function findFault(tx: Database, head: Head, read: (entries: number) => void): Promise<Fault | undefined> {
  const { chain } = head;
  let hash = createHash('sha256').update(`bedside audit chain ${chain}`).digest();
  let position = 0;
  for (;;) {
    const { rows } = await sql<{ position: number; content: string; hash: Buffer }>`
      select position, platform.audit_content(entry) as content, hash from platform.audit_entry entry
      where chain = ${chain} and position > ${position} order by position limit ${pageSize}`.execute(tx);
    read(rows.length);
    for (const row of rows) {
      const next = position + 1;
      if (row.position !== next) return { chain, position: next, fault: 'missing' };
      const expected = createHash('sha256').update(hash).update(row.content).digest();
      if (!expected.equals(row.hash)) return { chain, position: next, fault: 'changed' };
      hash = expected;
      position = next;
    }
    if (rows.length < pageSize) break;
  }
  const isWhole = position === head.length && hash.equals(head.last_hash);
  return isWhole ? undefined : { chain, position: position + 1, fault: 'cut off' };
}

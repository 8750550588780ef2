import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

export interface AuditVerdict {
  readonly entries: number;
  /** The first thing wrong in each broken chain; empty when all is well. */
  readonly faults: readonly { chain: number; position: number; fault: 'changed' | 'missing' | 'cut off' }[];
  /** One digest over all chain heads: kept elsewhere, it proves later that nothing was rewritten or cut off. */
  readonly anchor: string;
}

const pageSize = 5_000;

/** Recomputes every hash from the stored content and compares it with the chain and with its head. Reads only. */
export async function verifyAudit(db: Database, progress: (entries: number) => void = () => {}): Promise<AuditVerdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const heads = await sql<{ chain: number; length: number; last_hash: Buffer }>`
        select chain, length, last_hash from platform.audit_chain order by chain`.execute(tx);
      const faults: { chain: number; position: number; fault: 'changed' | 'missing' | 'cut off' }[] = [];
      let entries = 0;
      for (const head of heads.rows) {
        let hash = createHash('sha256').update(`bedside audit chain ${head.chain}`).digest();
        let position = 0;
        let broken = false;
        for (;;) {
          const page = await sql<{ position: number; content: string; hash: Buffer }>`
            select position, platform.audit_content(entry) as content, hash from platform.audit_entry entry
            where chain = ${head.chain} and position > ${position} order by position limit ${pageSize}`.execute(tx);
          for (const row of page.rows) {
            if (broken) break;
            const expected = createHash('sha256').update(hash).update(row.content).digest();
            if (row.position !== position + 1) {
              faults.push({ chain: head.chain, position: position + 1, fault: 'missing' });
              broken = true;
            } else if (!expected.equals(row.hash)) {
              faults.push({ chain: head.chain, position: row.position, fault: 'changed' });
              broken = true;
            }
            hash = expected;
            position = row.position;
          }
          entries += page.rows.length;
          progress(entries);
          if (page.rows.length < pageSize || broken) break;
        }
        if (!broken && (position !== head.length || !hash.equals(head.last_hash)))
          faults.push({ chain: head.chain, position: position + 1, fault: 'cut off' });
      }
      const anchor = createHash('sha256');
      for (const head of heads.rows) anchor.update(`${head.chain} ${head.length} `).update(head.last_hash);
      return { entries, faults, anchor: anchor.digest('hex') };
    });
}

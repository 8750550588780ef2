import { verifyAudit } from '../platform/audit/verify.ts';
import { connect, makePool, postgresCode } from '../platform/database/connect.ts';
import type { Settings } from '../platform/settings.ts';
import { withDatabase } from './open-database.ts';

const undefinedTable = '42P01';
const noBedside = 'There is no audit to verify: this database holds no Bedside. Is BEDSIDE_DATA the right folder?';

/** Exit code 1 when anything was changed, removed or cut off. */
export async function verifyAuditCommand(settings: Settings): Promise<number> {
  const verdict = await withDatabase(settings, async ({ owner }) => {
    // As the owner and without a limit of time: an audit of years takes longer than a request may.
    const db = connect(makePool(owner, { asOwner: true, statementTimeoutMs: 0, connections: 1 }));
    try {
      return await verifyAudit(db);
    } catch (error) {
      throw postgresCode(error) === undefinedTable ? new Error(noBedside) : error;
    } finally {
      await db.destroy();
    }
  });
  for (const { chain, position, fault } of verdict.faults) {
    console.log(`Chain ${chain}, entry ${position}: ${fault}.`);
  }
  const whole = verdict.faults.length === 0;
  console.log(
    `${verdict.entries} audit entries, ${whole ? 'all as they were written.' : 'NOT all as they were written.'}`,
  );
  console.log(
    `Anchor: ${verdict.anchor}  (keep it somewhere else; a later run must be able to explain every change of it)`,
  );
  return whole ? 0 : 1;
}

import { hireStaff, roles } from '../modules/workforce/index.ts';
import { system } from '../platform/access/actor.ts';
import { inviteStaff, issueInvitation } from '../platform/access/index.ts';
import { connect, makePool } from '../platform/database/connect.ts';
import { migrate } from '../platform/database/migrate.ts';
import { readOrMakeSecret } from '../platform/secret.ts';
import type { Settings } from '../platform/settings.ts';
import { asSystem } from '../platform/work.ts';
import { makeHouse } from '../serve.ts';
import { withDatabase } from './open-database.ts';

/** `bedside user invite EMAIL NAME ROLE`: a staff member and the link by which they choose a password. */
export async function inviteCommand(settings: Settings, parameters: readonly string[]): Promise<number> {
  const [email = '', name = '', given] = parameters;
  const role = roles.find((one) => one === given);
  if (!role) {
    console.error(`There is no role "${given}". It is one of ${roles.join(', ')}.`);
    return 2;
  }
  return withDatabase(settings, async ({ owner, app }) => {
    await migrate(owner);
    const secret = settings.secret ?? readOrMakeSecret(settings.dataFolder);
    const house = await makeHouse({ ...settings, secret }, app);
    const pool = makePool(app, { connections: 2 });
    const db = connect(pool);
    try {
      const shop = { db, house, reactions: [], clock: () => Temporal.Now.instant() };
      const action = 'access.invite-at-terminal';
      const invitation = await asSystem(shop, system(action), action, async (ctx) => {
        const { id } = await hireStaff(ctx, { name, email, roles: [role], teamIds: [], facilityIds: [] });
        const { accountId } = await inviteStaff(ctx, { staffId: id, email });
        return issueInvitation(ctx, accountId);
      });
      console.log(`${email} chooses a password here, once, within 72 hours:\n${invitation?.link ?? ''}`);
      return 0;
    } finally {
      await db.destroy();
    }
  });
}

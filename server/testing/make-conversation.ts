import { openConversation, type Question } from '../modules/desk/index.ts';
import { registerPerson } from '../modules/people/index.ts';
import { asTest, type TestApp } from './app.ts';
import { makeTeam } from './make-staff.ts';

let made = 0;

/** A generated person who asks; unverified unless said. */
export async function makeAsker(app: TestApp, given: { verified?: boolean; email?: string } = {}): Promise<string> {
  made++;
  const email = given.email ?? `asker.${made}@people.test`;
  const { id } = await app.act(asTest, (ctx) =>
    registerPerson(ctx, {
      name: { given: `Ada ${made}`, family: 'Example' },
      contacts: [{ system: 'email', value: email }],
      verified: given.verified ?? false,
    }),
  );
  return id;
}

/** A question that came through the portal, in a team of its own unless said. */
export async function makeConversation(app: TestApp, given: Partial<Question> = {}) {
  const teamId = given.teamId ?? (await makeTeam(app)).id;
  const askerPersonId = given.askerPersonId ?? (await makeAsker(app));
  const opened = await app.act(asTest, (ctx) =>
    openConversation(ctx, {
      reason: 'other',
      text: 'Which form do I bring on Monday?',
      channel: 'portal',
      ...given,
      teamId,
      askerPersonId,
    }),
  );
  return { ...opened, teamId, askerPersonId };
}

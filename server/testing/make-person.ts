import type { Registration } from '../modules/people/contract.ts';
import { registerPerson } from '../modules/people/index.ts';
import { asTest, type TestApp } from './app.ts';

let made = 0;

/** A verified patient with an address of their own; name what the test is about, the rest is made up. */
export async function makePerson(app: TestApp, given: Partial<Registration> = {}): Promise<{ id: string }> {
  made += 1;
  return app.act(asTest, (ctx) =>
    registerPerson(ctx, {
      name: { given: 'Ada', family: `Testperson${made}` },
      birthDate: '1980-02-29',
      language: 'en',
      contacts: [{ system: 'email', value: `ada.${made}@example.org` }],
      verified: true,
      ...given,
    }),
  );
}

import { createFacility, type NewFacility } from '../modules/places/index.ts';
import { asTest, type TestApp } from './app.ts';

let made = 0;

/** A facility in New York, open on weekdays from nine to five unless said otherwise. */
export function makeFacility(app: TestApp, given: Partial<NewFacility> = {}): Promise<{ id: string }> {
  made++;
  return app.act(asTest, (ctx) =>
    createFacility(ctx, {
      name: `Facility ${made}`,
      timeZone: 'America/New_York',
      hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' })),
      ...given,
    }),
  );
}

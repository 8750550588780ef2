import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { facilityCalendar, listFacilities } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-11-24T15:00:00Z') });
});
afterAll(() => app?.stop());

test('a facility has a week', async () => {
  const { id } = await makeFacility(app);
  const calendar = await app.act(asTest, (ctx) => facilityCalendar(ctx, id));
  expect(calendar.windows).toHaveLength(5);
  expect(await app.act(asTest, listFacilities)).toHaveLength(1);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('health answers, and everything not declared is not found', async () => {
  expect((await app.server.inject('/health')).json()).toEqual({ status: 'ok' });
  const lost = await app.server.inject('/api/nothing-here');
  expect(lost.statusCode).toBe(404);
  expect(lost.headers['content-type']).toContain('application/problem+json');
});

import { cookieName } from '../platform/http/same-origin.ts';
import type { TestApp } from './app.ts';

/** A browser of the staff app, as far as signing in goes: it keeps its cookies and sends what a command needs. */
export function makeBrowser(app: TestApp, cookies: Record<string, string> = {}) {
  const jar = new Map(Object.entries(cookies));
  async function ask(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
    const answer = await app.server.inject({
      method,
      url,
      headers: { 'x-bedside': '1', cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(payload && { payload }),
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
  return {
    jar,
    get: (url: string) => ask('GET', url),
    post: (url: string, payload: object = {}) => ask('POST', url, payload),
    del: (url: string, payload?: object) => ask('DELETE', url, payload),
    sessionToken: () => jar.get(cookieName(app.shop.house, 'bedside-session')),
    state: async () => (await ask('GET', '/api/access/session')).json() as { state: string } & Record<string, unknown>,
  };
}
export type Browser = ReturnType<typeof makeBrowser>;

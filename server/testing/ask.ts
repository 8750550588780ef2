import { startTestApp, type TestApp } from './app.ts';
import { signInAs } from './as.ts';
import { makeAccount } from './make-account.ts';

interface Asking {
  /** The id of a staff member, who is signed in for it; nobody is without. */
  readonly as?: string;
  readonly payload?: object | string | Buffer;
  readonly headers?: Record<string, string>;
}

interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer it says itself
  readonly body: any;
}

export interface AskedApp extends TestApp {
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, asking?: Asking): Promise<Answered>;
}

/** The real application, asked over HTTP as a staff member by id; each signs in once. */
export async function startAskedApp(...options: Parameters<typeof startTestApp>): Promise<AskedApp> {
  const app = await startTestApp(...options);
  const signedIn = new Map<string, Promise<Record<string, string>>>();
  const signIn = async (subjectId: string) => {
    const account = await makeAccount(app, { kind: 'staff', subjectId });
    return (await signInAs(app, account)).headers;
  };
  const headersOf = (staffId: string) => {
    const known = signedIn.get(staffId) ?? signIn(staffId);
    signedIn.set(staffId, known);
    return known;
  };
  return {
    ...app,
    async ask(method, url, { as, payload, headers } = {}) {
      const answer = await app.server.inject({
        method,
        url,
        ...(payload !== undefined && { payload }),
        headers: { 'x-bedside': '1', ...(as && (await headersOf(as))), ...headers },
      });
      return { status: answer.statusCode, body: answer.body ? answer.json() : undefined };
    },
  };
}

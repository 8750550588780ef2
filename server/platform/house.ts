import { createHmac, hkdfSync } from 'node:crypto';

/** What this installation is: set once at start, the same for every request. Holds no connection and no state. */
export interface House {
  /** The public origin without a slash at the end; every link is built from it, never from a request's Host. */
  readonly origin: string;
  readonly demo: boolean;
  readonly hospital: {
    readonly name: string;
    readonly phone: string;
    readonly emergencyNumber: string;
    readonly timeZone: string;
  };
  /** Domain of reply addresses and Message-IDs. */
  readonly mailDomain: string;
  /** `Name <address>` of outgoing mail. */
  readonly mailFrom: string;
  /** `outbox`: kept as files, for a demonstration to look at. `none`: nobody is reached by mail, so nobody is promised one. */
  readonly mailOut: 'sent' | 'outbox' | 'none';
  /** Whether mail finds its way in here, so that a mail may be answered by mail. */
  readonly mailComesIn: boolean;
  /** The server whose word on senders is believed, by its authserv-id (RFC 8601); undefined: nobody vouches for a sender. */
  readonly mailBorder: string | undefined;
  readonly keys: Keys;
}

/** Keys derived from the one secret, each for a single purpose, so that a token of one kind is never accepted as another. */
export interface Keys {
  sign(purpose: string, text: string): Buffer;
  derive(purpose: string, bytes: number): Buffer;
  /** The same by every secret that still counts, newest first: what an earlier one signed is still ours. */
  signedByAny(purpose: string, text: string): readonly Buffer[];
  derivedByAny(purpose: string, bytes: number): readonly Buffer[];
}

/** New things are made with `secret` alone. */
export function makeKeys(secret: Buffer, previous: readonly Buffer[] = []): Keys {
  const newest = keysOf(secret);
  const all = [newest, ...previous.map(keysOf)];
  return {
    ...newest,
    signedByAny: (purpose, text) => all.map((keys) => keys.sign(purpose, text)),
    derivedByAny: (purpose, bytes) => all.map((keys) => keys.derive(purpose, bytes)),
  };
}

function keysOf(secret: Buffer): Pick<Keys, 'sign' | 'derive'> {
  if (secret.length < 32) throw new Error('The secret must have at least 32 bytes.');
  const derived = new Map<string, Buffer>();
  const derive = (purpose: string, bytes: number): Buffer => {
    const name = `${purpose}/${bytes}`;
    const known = derived.get(name);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', secret, 'bedside', purpose, bytes));
    derived.set(name, key);
    return key;
  };
  return { derive, sign: (purpose, text) => createHmac('sha256', derive(purpose, 32)).update(text).digest() };
}

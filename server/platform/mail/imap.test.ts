import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeEgress } from '../egress.ts';
import { dovecotConfiguration } from './dovecot-for-tests.ts';
import { type ImapIntakeOptions, startImapIntake } from './imap.ts';

// Against Dovecot, a real and common server. Skipped where it is not installed (Debian: dovecot-imapd).
const dovecot = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find((path) => existsSync(path));
if (!dovecot) console.warn('skipped: imap.test.ts needs dovecot (dovecot-imapd)');

const root = process.getuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), 'bedside-imap-'));
let server: ChildProcess | undefined;
let dovecotPort = 0;
let proxyPort = 0;
const through = new Set<Socket>();
// The intake speaks through this, so that a test can cut the wire.
let reachable = true;
const proxy = createServer((near) => {
  const far = connect(dovecotPort, '127.0.0.1');
  for (const socket of [near, far]) {
    through.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => through.delete(socket));
  }
  if (!reachable) near.destroy();
  near.pipe(far);
  far.pipe(near);
  near.on('close', () => far.destroy());
  far.on('close', () => near.destroy());
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

beforeAll(async () => {
  if (!dovecot) return;
  dovecotPort = await freePort();
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'mail'));
  if (root) chownSync(join(folder, 'mail'), 65534, 65534);
  writeFileSync(join(folder, 'dovecot.conf'), dovecotConfiguration(folder, dovecotPort));
  server = spawn(dovecot, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  proxyPort = (proxy.address() as { port: number }).port;
  await eventually(() => signIn().then((client) => client.logout().then(() => true)));
});
afterAll(async () => {
  server?.kill();
  if (server) await new Promise((resolve) => server?.once('exit', resolve));
  proxy.close();
  rmSync(folder, { recursive: true, force: true });
});

let user = '';
let turn = 0;
const closing: (() => unknown)[] = [];
beforeEach(() => {
  turn += 1;
  user = `desk${turn}`;
  reachable = true;
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function signIn(): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: dovecotPort,
    secure: false,
    doSTARTTLS: false,
    logger: false as const,
    auth: { user: user || 'probe', pass: 'secret' },
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}
async function mailbox<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = await signIn();
  try {
    return await work(client);
  } finally {
    await client.logout();
  }
}
const put = (...subjects: string[]) =>
  mailbox(async (client) => {
    for (const subject of subjects) await client.append('INBOX', `Subject: ${subject}\r\n\r\ntext of ${subject}\r\n`);
  });
const flags = (path = 'INBOX') =>
  mailbox(async (client) => {
    await client.mailboxOpen(path);
    const all = await client.fetchAll('1:*', { flags: true, envelope: true });
    return Object.fromEntries(
      all.map((message) => [
        message.envelope?.subject,
        [...(message.flags ?? [])]
          .filter((flag) => flag !== '\\Recent')
          .sort()
          .join(' '),
      ]),
    );
  });
async function eventually(holds: () => unknown, milliseconds = 8000): Promise<void> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const result = await Promise.resolve()
      .then(holds)
      .catch(() => false);
    if (result) return;
    if (Date.now() > end) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
function start(options: Partial<ImapIntakeOptions> = {}) {
  const got: string[] = [];
  const events: string[] = [];
  const intake = startImapIntake({
    url: `imap://${user}:secret@127.0.0.1:${proxyPort}/INBOX`,
    async receive(raw) {
      got.push(/Subject: (.*)\r\n/.exec(raw.toString())![1]!);
      return 'stored';
    },
    pollSeconds: 3600,
    backOffMs: { first: 30, most: 100 },
    log: ({ event, reason }) => events.push(`${event} ${reason}`),
    ...options,
  });
  closing.push(() => intake.stop());
  return { intake, got, events };
}

describe.skipIf(!dovecot)('an IMAP mailbox', { timeout: 20_000 }, () => {
  it('gives every unread mail once, in order, and marks it read', async () => {
    await put('one', 'two', 'three');
    const { got, intake } = start();
    await eventually(() => got.length === 3);
    await intake.stop();
    expect(got).toEqual(['one', 'two', 'three']);
    expect(await flags()).toEqual({ one: '\\Seen', two: '\\Seen', three: '\\Seen' });
    const again = start();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(again.got).toEqual([]);
  });
  it('tells of a new mail by itself, without waiting for the next look', async () => {
    const { got } = start();
    await put('first');
    await eventually(() => got.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await put('pushed');
    await eventually(() => got.length === 2, 4000);
  });
  it('marks nothing before the mail is kept, and gives it again when it was not', async () => {
    await put('bad', 'good');
    let tries = 0;
    const seen: string[] = [];
    const { events } = start({
      pollSeconds: 0.1,
      async receive(raw) {
        const bad = raw.toString().includes('bad');
        if (bad) tries += 1;
        if (bad && tries < 3) throw new Error('the database is away');
        if (bad) expect((await flags()).bad).toBe('');
        seen.push(bad ? 'bad' : 'good');
        return 'stored';
      },
    });
    await eventually(() => seen.length === 2);
    expect(seen).toEqual(['good', 'bad']);
    await eventually(async () => (await flags()).bad === '\\Seen');
    expect(events.join()).not.toContain('database');
  });
  it('leaves a refused mail where a person sees it', async () => {
    await put('junk');
    start({ receive: async () => 'refused' });
    await eventually(async () => (await flags()).junk === '\\Flagged \\Seen');
  });
  it('moves what is stored, when it is told where', async () => {
    await mailbox((client) => client.mailboxCreate('Stored'));
    await put('one');
    const { got } = start({ storedMailbox: 'Stored' });
    await eventually(async () => got.length === 1 && (await flags('Stored')).one === '\\Seen');
    expect(await flags()).toEqual({});
  });
  it('loses nothing when the wire is cut, and does not give again what was marked', async () => {
    await put('before');
    const { got, events } = start();
    await eventually(async () => (await flags()).before === '\\Seen');
    reachable = false;
    for (const socket of through) socket.destroy();
    await put('while away');
    await eventually(() => events.length > 2);
    expect(got).toEqual(['before']);
    reachable = true;
    await eventually(() => got.length === 2);
    expect(got).toEqual(['before', 'while away']);
  });
  it('a cut between keeping and marking gives the mail a second time: better twice than never', async () => {
    await put('one');
    let times = 0;
    start({
      async receive() {
        times += 1;
        if (times === 1) for (const socket of through) socket.destroy();
        return 'stored';
      },
    });
    await eventually(async () => times === 2 && (await flags()).one === '\\Seen');
  });
  it('gives only the beginning of a mail that is too large', async () => {
    await put('x'.repeat(60_000));
    const sizes: unknown[] = [];
    start({
      maxBytes: 1000,
      async receive(raw, { truncated, uid, uidValidity }) {
        sizes.push([raw.length, truncated, uid, typeof uidValidity]);
        return 'stored';
      },
    });
    await eventually(() => sizes.length > 0);
    expect(sizes).toEqual([[1000, true, 1, 'bigint']]);
  });
  it('stops at once while idle, and finishes the mail in hand', async () => {
    const idle = start();
    await new Promise((resolve) => setTimeout(resolve, 400));
    const before = Date.now();
    await idle.intake.stop();
    expect(Date.now() - before).toBeLessThan(2000);
    await put('one', 'two');
    let keep: (() => void) | undefined;
    const busy = start({ receive: () => new Promise((resolve) => (keep = () => resolve('stored'))) });
    await eventually(() => keep);
    const stopped = busy.intake.stop();
    keep?.();
    await stopped;
    expect(await flags()).toEqual({ one: '\\Seen', two: '' });
  });
  it('a wrong password is tried again slowly and is in no log', async () => {
    const { events, intake } = start({ url: `imap://${user}:wrong-password@127.0.0.1:${proxyPort}` });
    await eventually(() => events.length > 0);
    expect(events.join()).not.toContain('wrong-password');
    const before = Date.now();
    await intake.stop();
    expect(Date.now() - before).toBeLessThan(1500);
  });
  it('a host inside is not spoken to when a screen named it', async () => {
    await put('one');
    const { got, events } = start({ egress: makeEgress() });
    await eventually(() => events.some((event) => event.includes('address-not-public')));
    expect(got).toEqual([]);
  });
});

it.each(['http://x', 'imaps://host', 'imaps://user:pass@', 'imaps://user:pass@host?x=1'])(
  'the address %j is refused at the start',
  (url) => {
    expect(() => startImapIntake({ url, receive: async () => 'stored' })).toThrow(TypeError);
  },
);

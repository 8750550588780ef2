import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SMTPServer, SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { makeEgress } from '../egress.ts';
import { parseMail } from './incoming.ts';
import { makeMailSender, makeOutboxFolderSender } from './outgoing.ts';
import { closeAll, closeLater, mail, refuse, senderTo, startSmtp } from './smtp-for-tests.ts';

afterEach(closeAll);

describe('a mail that is taken', () => {
  it('arrives as it was written, under the Message-ID it was given', async () => {
    const { received, port } = await startSmtp();
    const outcome = await senderTo(port).send({
      ...mail,
      html: '<p>Dear Ann</p>',
      replyTo: { address: 'reply+x.y@clinic.test' },
      bounceTo: 'bounce@clinic.test',
      inReplyTo: '<their@example.test>',
      references: ['<their@example.test>', 'not an id', '<a b@c>'],
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: [{ fileName: 'päper.pdf', type: 'application/pdf', content: Buffer.from('%PDF') }],
    });
    expect(outcome).toMatchObject({ accepted: true, response: expect.stringContaining('250') });
    expect(received).toMatchObject([{ from: 'bounce@clinic.test', to: ['ann@example.test'] }]);
    const read = await parseMail(Buffer.from(received[0]!.raw, 'binary'));
    expect(read).toMatchObject({
      messageId: '<m1@clinic.test>',
      from: mail.from,
      to: [mail.to],
      subject: 'Your visit',
      text: expect.stringContaining('see you.\n.\nBye'),
      inReplyTo: '<their@example.test>',
      references: ['<their@example.test>'],
      attachments: [{ fileName: 'päper.pdf', content: Buffer.from('%PDF') }],
      automatic: { kind: 'auto-generated' },
    });
    expect(received[0]!.raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
  it('may have the empty sender, so that no machine ever answers it', async () => {
    const { received, port } = await startSmtp();
    await senderTo(port).send({ ...mail, bounceTo: '' });
    expect(received[0]!.from).toBe('');
  });
  it('goes over one connection when there are several', async () => {
    let connections = 0;
    const { received, port } = await startSmtp({
      onConnect: (_, done) => done(connections++ > 100 ? refuse(421) : null),
    });
    const sender = senderTo(port);
    for (let n = 0; n < 5; n += 1) await sender.send({ ...mail, messageId: `<m${n}@clinic.test>` });
    expect(received).toHaveLength(5);
    expect(connections).toBe(1);
  });
});

describe('what a patient typed', () => {
  const evil = 'Ann\r\nBcc: all@clinic.test\r\n\r\n<script>\u0000\u202etxt.exe\u2028X-Evil: 1\nX-More: 2';
  it('in a subject, a name, a header or a file name adds no header, and no second mail', async () => {
    const { received, port } = await startSmtp();
    const outcome = await senderTo(port).send({
      ...mail,
      subject: evil,
      text: `${evil}\r\n.\r\nMAIL FROM:<evil@clinic.test>\n.\nRCPT TO:<all@clinic.test>\r.\rDATA`,
      to: { address: mail.to.address, name: evil },
      from: { address: mail.from.address, name: evil },
      headers: { 'X-Note': evil },
      attachments: [{ fileName: evil, type: 'text/plain\r\nX-Evil: 1', content: Buffer.from('x'), contentId: evil }],
    });
    expect(outcome.accepted).toBe(true);
    expect(received).toHaveLength(1);
    const { raw, to } = received[0]!;
    expect(to).toEqual(['ann@example.test']);
    // The text itself may say anything; every header, of the mail and of its parts, is one of these.
    const headers = raw.split(/\r\n(?=----_)/).map((part) => part.replace(/^----.*\r\n/, '').split('\r\n\r\n')[0]!);
    const names = headers.flatMap((header) => [...header.matchAll(/^([^\s:]+):/gm)].map(([, name]) => name));
    expect(
      names.filter((name) => !/^(X-Note|From|To|Subject|Message-ID|Date|MIME-Version|Content-.*)$/.test(name!)),
    ).toEqual([]);
    expect(names.filter((name) => name === 'To')).toHaveLength(1);
    expect(raw).not.toContain('\u0000');
    const read = await parseMail(Buffer.from(raw, 'binary'));
    expect(read.ok && JSON.stringify([read.subject, read.from, read.to, read.attachments[0]?.fileName])).not.toContain(
      '\u202e',
    );
  });
  it('may be endless', async () => {
    const { received, port } = await startSmtp();
    const long = 'ü 😀 '.repeat(100_000);
    expect((await senderTo(port).send({ ...mail, subject: long, to: { ...mail.to, name: long } })).accepted).toBe(true);
    const header = received[0]!.raw.split('\r\n\r\n')[0]!;
    expect(Math.max(...header.split('\r\n').map((line) => line.length))).toBeLessThan(998);
    expect(header.length).toBeLessThan(8000);
  });
  it.each([
    ['a line break', 'ann@example.test\r\nRCPT TO:<b@c.test>'],
    ['a second address', 'ann@example.test,b@c.test'],
    ['a name', 'Ann <ann@example.test>'],
    ['a command’s end', 'ann@example.test> SIZE=1'],
    ['a quoted part', '"a b"@example.test'],
    ['a NUL', 'ann\u0000@example.test'],
    ['an override', 'ann\u202e@example.test'],
    ['no domain', 'ann@'],
    ['no sign', 'ann'],
    ['too much', `${'a'.repeat(300)}@example.test`],
  ])('as an address with %s is refused before anything is sent', async (_, address) => {
    const { received, port } = await startSmtp();
    const expected = { accepted: false, permanent: true, code: 'not-sendable' };
    expect(await senderTo(port).send({ ...mail, to: { address } })).toMatchObject(expected);
    expect(await senderTo(port).send({ ...mail, replyTo: { address } })).toMatchObject(expected);
    expect(received).toEqual([]);
  });
  it.each(['Bcc', 'X-A\r\nBcc', 'Content-Type', 'From', 'Received', 'X Y', 'DKIM-Signature'])(
    'cannot be the header %j',
    async (name) => {
      const outcome = await senderTo(1).send({ ...mail, headers: { [name]: 'x' } });
      expect(outcome).toMatchObject({ code: 'not-sendable' });
    },
  );
  it.each(['m1@clinic.test', '<m1>', '<a@b>\r\nBcc: c@d.test', '<a b@c>', ''])(
    'cannot be the Message-ID %j',
    async (messageId) => {
      expect(await senderTo(1).send({ ...mail, messageId })).toMatchObject({ code: 'not-sendable' });
    },
  );
});

describe('a mail that is not taken', () => {
  it.each<[string, SMTPServerOptions, object]>([
    [
      'an unknown recipient',
      { onRcptTo: (_a, _s, done) => done(refuse(550, 'no such user')) },
      { permanent: true, code: 'recipient-refused', reason: expect.stringContaining('550') },
    ],
    ['a full mailbox', { onRcptTo: (_a, _s, done) => done(refuse(452)) }, { permanent: false, code: 'busy' }],
    ['greylisting', { onRcptTo: (_a, _s, done) => done(refuse(451)) }, { permanent: false, code: 'busy' }],
    [
      'a sender who may not',
      { onMailFrom: (_a, _s, done) => done(refuse(553)) },
      { permanent: true, code: 'sender-refused' },
    ],
    [
      'a mail taken for spam',
      { onData: (stream, _s, done) => stream.on('end', () => done(refuse(554))).resume() },
      { permanent: true, code: 'message-refused' },
    ],
    [
      'a server in trouble',
      { onData: (stream, _s, done) => stream.on('end', () => done(refuse(451))).resume() },
      { permanent: false, code: 'busy' },
    ],
    ['a server that is closing', { onConnect: (_s, done) => done(refuse(421)) }, { permanent: false, code: 'busy' }],
    [
      'a server that wants a sign-in',
      { onMailFrom: (_a, _s, done) => done(refuse(530)) },
      { permanent: false, code: 'sign-in-refused' },
    ],
    ['an answer that never comes', { onData: (stream) => stream.resume() }, { permanent: false, code: 'no-answer' }],
  ])('because of %s says so', async (_, options, expected) => {
    const { port } = await startSmtp(options);
    expect(await senderTo(port, { sendTimeoutMs: 800 }).send(mail)).toMatchObject({ accepted: false, ...expected });
  });
  it('because the password is wrong is not the mail’s fault', async () => {
    const { port } = await startSmtp({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_a, _s, done) => done(new Error('no')),
    });
    const sender = senderTo(port, { smtpUrl: `smtp://desk:wrong@127.0.0.1:${port}` });
    const outcome = await sender.send(mail);
    expect(outcome).toMatchObject({ permanent: false, code: 'sign-in-refused' });
    expect(JSON.stringify(outcome)).not.toContain('wrong');
  });
  it('because nobody is there, or somebody who does not speak SMTP', async () => {
    expect(await senderTo(1).send(mail)).toMatchObject({ permanent: false, code: 'unreachable' });
    for (const [greeting, code] of [
      ['', 'no-answer'],
      ['HTTP/1.1 200 OK\r\n\r\n', 'unreachable'],
    ] as const) {
      const server: Server = createServer((socket) => void socket.on('error', () => {}).write(greeting));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      closeLater(() => server.close());
      expect(await senderTo((server.address() as { port: number }).port).send(mail)).toMatchObject({
        code,
      });
    }
  });
  it('because the connection breaks in the middle may have arrived, and is not sent twice by itself', async () => {
    let tries = 0;
    const { port } = await startSmtp({
      onData(stream) {
        tries += 1;
        stream
          .once('data', () =>
            (this as unknown as SMTPServer).connections.forEach((c) => void (c as { close(): void }).close()),
          )
          .resume();
      },
    });
    expect(await senderTo(port).send(mail)).toMatchObject({ permanent: false, code: 'no-answer' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(tries).toBe(1);
  });
  it('because its server lies inside, when a screen named it', async () => {
    const { received, port } = await startSmtp();
    const closed = senderTo(port, { egress: makeEgress() });
    expect(await closed.send(mail)).toMatchObject({ permanent: false, code: 'address-not-allowed' });
    expect(received).toEqual([]);
    const open = senderTo(port, { egress: makeEgress({ allow: [`127.0.0.1:${port}`] }) });
    expect((await open.send(mail)).accepted).toBe(true);
  });
});

it.each(['http://x', 'smtp://', 'smtps://h?tls.rejectUnauthorized=false', 'localhost:25', ''])(
  'SMTP_URL %j is refused at the start',
  (smtpUrl) => {
    expect(() => makeMailSender({ smtpUrl })).toThrow(TypeError);
  },
);

it('the outbox folder of a demonstration holds mails that can be opened, and sends none', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'bedside-outbox-')), 'outbox');
  const sender = makeOutboxFolderSender({ folder });
  expect(sender.kind).toBe('outbox-folder');
  expect(await sender.send({ ...mail, messageId: '<../../evil@clinic.test>' })).toMatchObject({ accepted: true });
  expect(await sender.send({ ...mail, to: { address: 'nobody' } })).toMatchObject({ code: 'not-sendable' });
  const names = readdirSync(folder);
  expect(names).toEqual([expect.stringMatching(/^[0-9TZ-]+-[0-9a-f]{16}\.eml$/)]);
  expect(await parseMail(readFileSync(join(folder, names[0]!)))).toMatchObject({
    ok: true,
    subject: 'Your visit',
    to: [mail.to],
  });
});

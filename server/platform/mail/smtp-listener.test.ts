import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeMailSender } from './outgoing.ts';
import { type SmtpEnvelope, type SmtpListenerOptions, startSmtpListener } from './smtp-listener.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(options: Partial<SmtpListenerOptions> = {}) {
  const stored: { raw: string; envelope: SmtpEnvelope }[] = [];
  const listener = await startSmtpListener({
    port: 0,
    accepts: (address) => address.endsWith('@clinic.test'),
    async receive(raw, envelope) {
      stored.push({ raw: raw.toString('binary'), envelope });
      return 'stored';
    },
    ...options,
  });
  closing.push(() => listener.stop());
  return { stored, listener };
}
/** A client that says exactly what it is told, and collects the answers. */
async function talk(port: number) {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  closing.push(() => socket.destroy());
  let heard = '';
  let wake = () => {};
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    heard += text;
    wake();
  });
  const closed = new Promise<'closed'>((resolve) => socket.on('close', () => resolve('closed')));
  const answer = async (): Promise<string> => {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(heard)?.[0];
      if (whole) {
        heard = heard.slice(whole.length);
        return whole.trim().split('\r\n').at(-1)!;
      }
      const woken = new Promise<'woken'>((resolve) => {
        wake = () => resolve('woken');
      });
      if ((await Promise.race([woken, closed])) === 'closed') return 'closed';
    }
  };
  const say = (line: string) => {
    socket.write(`${line}\r\n`);
    return answer();
  };
  await answer();
  return { say, answer, socket, closed };
}
async function begin(port: number, to = 'desk@clinic.test') {
  const client = await talk(port);
  await client.say('EHLO client.test');
  await client.say('MAIL FROM:<ann@example.test>');
  expect(await client.say(`RCPT TO:<${to}>`)).toMatch(/^250/);
  expect(await client.say('DATA')).toMatch(/^354/);
  return client;
}

it('a mail is handed over byte for byte, with its envelope', async () => {
  const { stored, listener } = await start();
  const client = await begin(listener.port);
  expect(await client.say('Subject: caf\u00e9\r\n\r\n..one dot\r\n.')).toMatch(/^250/);
  expect(stored).toEqual([
    {
      raw: Buffer.from('Subject: café\r\n\r\n.one dot\r\n').toString('binary'),
      envelope: { from: 'ann@example.test', to: ['desk@clinic.test'], remoteAddress: '127.0.0.1' },
    },
  ]);
});

it('what our own sender sends, it takes', async () => {
  const { stored, listener } = await start();
  const sender = makeMailSender({ smtpUrl: `smtp://127.0.0.1:${listener.port}` });
  closing.push(() => sender.close());
  const outcome = await sender.send({
    messageId: '<1@example.test>',
    from: { address: 'ann@example.test' },
    to: { address: 'desk@clinic.test' },
    bounceTo: '',
    subject: 's',
    text: 't',
  });
  expect(outcome.accepted).toBe(true);
  expect(stored[0]?.envelope.from).toBe('');
});

it('250 is said only once the mail is kept, and 451 when it could not be', async () => {
  let keep = (_: 'stored' | 'refused') => {};
  const results: Promise<'stored' | 'refused'>[] = [
    new Promise((resolve) => {
      keep = resolve;
    }),
    Promise.reject(new Error('disk full')),
    Promise.resolve('refused'),
  ];
  results[1]?.catch(() => {});
  const { listener } = await start({ receive: () => results.shift()! });
  const client = await begin(listener.port);
  const answered = client.say('Subject: x\r\n\r\ny\r\n.');
  const early = await Promise.race([answered, new Promise((resolve) => setTimeout(() => resolve('nothing yet'), 150))]);
  expect(early).toBe('nothing yet');
  keep('stored');
  expect(await answered).toMatch(/^250/);
  const failed = await begin(listener.port);
  const answer = await failed.say('Subject: x\r\n\r\ny\r\n.');
  expect(answer).toMatch(/^451/);
  expect(answer).not.toContain('disk');
  expect(await (await begin(listener.port)).say('x\r\n.')).toMatch(/^554/);
});

describe('a recipient', () => {
  it('who is not ours is refused: this is no relay', async () => {
    const { listener } = await start();
    const client = await talk(listener.port);
    await client.say('EHLO x');
    await client.say('MAIL FROM:<ann@example.test>');
    for (const address of ['a@example.test', 'desk@clinic.test@example.test', 'desk%clinic.test@example.test'])
      expect(await client.say(`RCPT TO:<${address}>`)).toMatch(/^5\d\d/);
    expect(await client.say('DATA')).toMatch(/^503/);
  });
  it('of whom nobody knows just now is put off', async () => {
    for (const accepts of [
      () => Promise.reject(new Error('no database')),
      () => {
        throw new Error('no database');
      },
    ]) {
      const { listener } = await start({ accepts });
      const client = await talk(listener.port);
      await client.say('EHLO x');
      await client.say('MAIL FROM:<ann@example.test>');
      const answer = await client.say('RCPT TO:<desk@clinic.test>');
      expect(answer).toMatch(/^451/);
      expect(answer).not.toContain('database');
    }
  });
  it('too many are put off', async () => {
    const { listener } = await start({ maxRecipients: 2 });
    const client = await talk(listener.port);
    await client.say('EHLO x');
    await client.say('MAIL FROM:<ann@example.test>');
    const answers = [];
    for (const name of ['a', 'b', 'c']) answers.push((await client.say(`RCPT TO:<${name}@clinic.test>`)).slice(0, 3));
    expect(answers).toEqual(['250', '250', '452']);
  });
});

describe('limits', () => {
  it('a mail that says it is too large is refused at once, one that does not say so at its end', async () => {
    const { stored, listener } = await start({ maxBytes: 1000 });
    const honest = await talk(listener.port);
    await honest.say('EHLO x');
    expect(await honest.say('MAIL FROM:<ann@example.test> SIZE=1001')).toMatch(/^552/);
    const client = await begin(listener.port);
    expect(await client.say(`${`${'x'.repeat(70)}\r\n`.repeat(2000)}.`)).toMatch(/^552/);
    expect(stored).toEqual([]);
  });
  it('more connections than there are places are turned away', async () => {
    const { listener } = await start({ maxConnections: 1 });
    await talk(listener.port);
    const second = connect(listener.port, '127.0.0.1');
    closing.push(() => second.destroy());
    const greeting = await new Promise<string>((resolve) => second.once('data', (data) => resolve(String(data))));
    expect(greeting).toMatch(/^421/);
  });
  it('silence is ended, and so is somebody who drips for ever', async () => {
    const { listener } = await start({ idleTimeoutMs: 150, connectionTimeoutMs: 600 });
    const silent = await talk(listener.port);
    expect(await silent.closed).toBe('closed');
    const dripping = await begin(listener.port);
    const timer = setInterval(() => dripping.socket.write('x\r\n'), 50);
    closing.push(() => clearInterval(timer));
    expect(await dripping.closed).toBe('closed');
  });
  it.each(['\n.\n', '\r.\r', '\n.\r\n', '\r\n.\n', '\r\n.\r'])(
    'the end of a mail cannot be smuggled in as %j',
    async (end) => {
      const { stored, listener } = await start();
      const client = await begin(listener.port);
      client.socket.write(
        `Subject: a\r\n\r\nb${end}MAIL FROM:<evil@example.test>\r\nRCPT TO:<desk@clinic.test>\r\nDATA\r\nSubject: evil\r\n`,
      );
      await client.say('\r\n.');
      expect(stored).toHaveLength(1);
      expect(stored[0]?.envelope.from).toBe('ann@example.test');
    },
  );
  it('a sign-in or TLS without a certificate is not offered', async () => {
    const { listener } = await start();
    const client = await talk(listener.port);
    await client.say('EHLO x');
    expect(await client.say('AUTH PLAIN AGEAYg==')).toMatch(/^5/);
    expect(await client.say('STARTTLS')).toMatch(/^5/);
  });
});

it('stopping lets the mail that is being kept be kept', async () => {
  let keep = () => {};
  const { listener } = await start({
    receive: () =>
      new Promise((resolve) => {
        keep = () => resolve('stored');
      }),
  });
  const client = await begin(listener.port);
  const answered = client.say('Subject: x\r\n\r\ny\r\n.');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stopped = listener.stop();
  keep();
  expect(await answered).toMatch(/^250/);
  client.socket.destroy();
  await stopped;
});

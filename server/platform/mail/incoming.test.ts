import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type IncomingMail, type ParseOptions, parseMail, stopParsing } from './incoming.ts';

afterAll(stopParsing);

const lines = (...text: string[]) => Buffer.from(text.join('\r\n'));
async function read(raw: Buffer, options: ParseOptions = {}): Promise<IncomingMail> {
  const mail = await parseMail(raw, options);
  if (!mail.ok) throw new Error(mail.reason);
  return mail;
}
async function timed(raw: Buffer, options: ParseOptions = {}) {
  const before = performance.now();
  const mail = await parseMail(raw, options);
  return { mail, milliseconds: performance.now() - before };
}

describe('an ordinary mail', () => {
  it('is read whole', async () => {
    const mail = await read(
      lines(
        'Return-Path: <ann@example.test>',
        'Delivered-To: reply+x.y@clinic.test',
        'From: =?utf-8?q?Ann_M=C3=BCller?= <Ann@Example.TEST>',
        'To: "Front Desk" <desk@clinic.test>, group: a@b.test, c@d.test;',
        'Cc: bob@xn--bcher-kva.test',
        'Subject: =?utf-8?b?TXkga25lZSDwn5iA?=',
        'Date: Tue, 3 Mar 2026 10:00:00 +0100 (CET)',
        'Message-ID: <1@example.test>',
        'In-Reply-To: <0@clinic.test>',
        'References: <a@clinic.test>',
        ' <0@clinic.test>',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: multipart/alternative; boundary=c',
        '',
        '--c',
        'Content-Type: text/plain; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'It hurts in the caf=E9.',
        '',
        'On Mon, 2 Mar 2026, Desk wrote:',
        '> How is it?',
        '--c',
        'Content-Type: text/html',
        '',
        '<p onclick=x()>It hurts<img src=https://t.test/x.gif></p>',
        '--c--',
        '--b',
        'Content-Type: application/pdf; name="../../scan.pdf"',
        'Content-Disposition: attachment; filename="../../scan.pdf"',
        'Content-Transfer-Encoding: base64',
        '',
        'JVBERg==',
        '--b--',
        '',
      ),
    );
    expect(mail).toMatchObject({
      messageId: '<1@example.test>',
      from: { address: 'Ann@example.test', name: 'Ann Müller' },
      returnPath: 'ann@example.test',
      to: [{ address: 'desk@clinic.test', name: 'Front Desk' }, { address: 'a@b.test' }, { address: 'c@d.test' }],
      cc: [{ address: 'bob@xn--bcher-kva.test' }],
      deliveredTo: ['reply+x.y@clinic.test'],
      subject: 'My knee 😀',
      date: new Date('2026-03-03T09:00:00Z'),
      inReplyTo: '<0@clinic.test>',
      references: ['<a@clinic.test>', '<0@clinic.test>'],
      newText: 'It hurts in the café.',
      html: { remotePictures: 1 },
      attachments: [{ fileName: 'scan.pdf', declaredType: 'application/pdf', size: 4, content: Buffer.from('%PDF') }],
      automatic: null,
      problems: [],
    });
    expect(mail.text).toContain('> How is it?');
  });
  it('of HTML alone has a text', async () => {
    const mail = await read(
      lines('From: a@b.test', 'Content-Type: text/html', '', '<style>x{}</style><p>Hello</p><p>there</p>'),
    );
    expect(mail.newText).toBe('Hello\n\nthere');
  });
  it('believes the envelope more than its own headers', async () => {
    const raw = lines('Return-Path: <forged@x.test>', 'Delivered-To: forged@x.test', 'From: a@b.test', '', 'x');
    const envelope = { from: '', to: ['desk@clinic.test'] };
    expect(await read(raw, { envelope })).toMatchObject({ returnPath: '', deliveredTo: ['desk@clinic.test'] });
  });
  it('that was passed on keeps the mail inside it as an attachment', async () => {
    const raw = lines(
      'From: a@b.test',
      'Content-Type: message/rfc822',
      '',
      'From: evil@x.test',
      'Subject: inner',
      '',
      'inner text',
    );
    const mail = await read(raw);
    expect(mail.from?.address).toBe('a@b.test');
    expect(mail.attachments[0]).toMatchObject({ declaredType: 'message/rfc822' });
  });
});

it.each<[string, string, object]>([
  ['no From', 'Subject: x', { from: null, problems: ['no-from'] }],
  [
    'two From headers',
    'From: a@b.test\r\nFrom: c@d.test',
    { from: { address: 'a@b.test' }, problems: ['several-from'] },
  ],
  ['two in one From', 'From: a@b.test, c@d.test', { from: { address: 'a@b.test' }, problems: ['several-from'] }],
  ['no date that is one', 'From: a@b.test\r\nDate: tomorrow', { date: null }],
  ['a date past all time', 'From: a@b.test\r\nDate: Tue, 3 Mar 9999 10:00:00 +0000', { date: null }],
  [
    'an address hidden in a name',
    'From: "desk@clinic.test" <evil@x.test>',
    { from: { address: 'evil@x.test', name: 'desk@clinic.test' } },
  ],
  ['a Message-ID that is none', 'From: a@b.test\r\nMessage-ID: nothing here', { messageId: null }],
  ['NULs and overrides', 'From: A\u0000nn <a@b.test>\r\nSubject: a\u0000b\u202ec', { subject: 'a bc' }],
])('a mail with %s is still read', async (_, header, expected) => {
  expect(await read(Buffer.from(`${header}\r\n\r\ntext`))).toMatchObject(expected);
});

const nested = (depth: number) => {
  const open = Array.from(
    { length: depth },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
  ).join('');
  return Buffer.from(`From: a@b.test\r\n${open}Content-Type: text/plain\r\n\r\ndeep down\r\n`);
};
const parts = (count: number) => {
  const one = '--b\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n';
  return Buffer.from(`From: a@b.test\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${one.repeat(count)}--b--`);
};
const html = (body: string) => Buffer.from(`From: a@b.test\r\nContent-Type: text/html\r\n\r\n${body}`);
const plain = (body: string, header = '') => Buffer.from(`From: a@b.test\r\n${header}\r\n${body}`);
const zip = deflateSync(Buffer.alloc(50_000_000)).toString('base64').replace(/.{76}/g, '$&\r\n');
const attached = (name: string, content: string) =>
  `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/octet-stream; name=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}\r\n--b--`;

const hostile: [string, () => Buffer][] = [
  ['50 levels of multipart', () => nested(50)],
  ['5,000 levels of multipart', () => nested(5000)],
  ['400 parts', () => parts(400)],
  ['50,000 parts', () => parts(50_000)],
  ['10,000 headers', () => plain('text', 'X-A: b\r\n'.repeat(10_000))],
  ['10,000 References', () => plain('text', `References: ${'<a@b.test> '.repeat(10_000)}\r\n`)],
  ['a header of one megabyte', () => plain('text', `Subject: ${'x'.repeat(1_000_000)}\r\n`)],
  ['a line of 5 MB', () => plain('a'.repeat(5_000_000))],
  ['a line of 5 MB of blanks', () => plain(`a${' '.repeat(5_000_000)}b`)],
  ['30,000 recipients', () => plain('text', `To: ${'<a@b.test>,'.repeat(30_000)}\r\n`)],
  ['100,000 recipients', () => plain('text', `To: ${'<someone@b.test>,'.repeat(100_000)}\r\n`)],
  ['nested groups', () => plain('text', `To: ${'g:'.repeat(20_000)}\r\n`)],
  ['nested comments', () => plain('text', `From: ${'('.repeat(50_000)}\r\n`)],
  ['open quotes', () => plain('text', `To: ${'"'.repeat(99_999)}\r\n`)],
  ['encoded words without end', () => plain('text', `Subject: ${'=?utf-8?q?'.repeat(20_000)}\r\n`)],
  ['a charset nobody knows', () => plain('text', 'Content-Type: text/plain; charset=x-klingon\r\n')],
  ['a charset of bytes', () => plain('\xff\xfe\x00', 'Content-Type: text/plain; charset="\u0000\xff"\r\n')],
  [
    'UTF-7 that hides a script',
    () => Buffer.from('Content-Type: text/html; charset=utf-7\r\n\r\n+ADw-script+AD4-hit()+ADw-/script+AD4-'),
  ],
  ['base64 that is none', () => plain('!!!!====\u0000\r\n%%%', 'Content-Transfer-Encoding: base64\r\n')],
  ['an encoding nobody knows', () => plain('text', 'Content-Transfer-Encoding: x-rot13\r\n')],
  ['uuencode', () => plain('begin 644 evil.exe\r\n#0V%T\r\n`\r\nend', 'Content-Transfer-Encoding: x-uuencode\r\n')],
  [
    'winmail.dat',
    () => plain('', attached('winmail.dat', Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 2, 3]).toString('base64'))),
  ],
  ['a bomb of compressed zeros', () => plain('', attached('bomb.zip', zip))],
  ['a boundary of nothing', () => plain('--\r\n\r\n--\r\n', 'Content-Type: multipart/mixed; boundary=""\r\n')],
  [
    'a boundary inside itself',
    () =>
      plain(
        '--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(2000),
        'Content-Type: multipart/mixed; boundary=b\r\n',
      ),
  ],
  ['60,000 open elements', () => html('<b>'.repeat(60_000))],
  ['500,000 open elements', () => html('<b>'.repeat(500_000))],
  ['nested tables', () => html('<table><tr><td>'.repeat(15_000))],
  ['nested quotes', () => html('<blockquote>'.repeat(20_000))],
  ['styles that never end', () => html('<style>'.repeat(200_000))],
  ['HTML of 30 MB', () => html('<p>word</p>'.repeat(2_700_000))],
  ['a million entities', () => html('&#x41;'.repeat(1_000_000))],
  ['a prototype', () => plain('text', '__proto__: x\r\nconstructor: y\r\nList-__proto__: <z>\r\nX-A: b\r\n')],
  [
    'delivery reports without end',
    () =>
      plain(
        `--b\r\nContent-Type: message/delivery-status\r\n\r\n${'Final-Recipient: rfc822; a@b.test\r\n\r\n'.repeat(50_000)}--b--`,
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n',
      ),
  ],
  ['only line ends', () => Buffer.from('\r\n'.repeat(100_000))],
  ['one byte', () => Buffer.from([0xff])],
  ['only zeros', () => Buffer.alloc(1_000_000)],
];

/** Every text of a mail, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Buffer.isBuffer(value) || value instanceof Date || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

describe('a hostile mail', { timeout: 30_000 }, () => {
  it.each(hostile)('of %s ends in good time and gives only text that a database holds', async (_, make) => {
    const { mail, milliseconds } = await timed(make());
    expect(milliseconds).toBeLessThan(4000);
    for (const text of textsOf(mail)) {
      expect(text.isWellFormed()).toBe(true);
      expect(text.includes('\u0000')).toBe(false);
    }
    if (mail.ok) {
      expect(mail.html?.html ?? '').not.toMatch(/<script|<img|<style|\son\w+=/i);
      expect(mail.to.length + mail.cc.length).toBeLessThanOrEqual(400);
      expect(mail.text.length).toBeLessThanOrEqual(1_000_000);
      expect(mail.attachments.length).toBeLessThanOrEqual(100);
    } else expect(mail.reason).not.toBe('too-slow');
  });
  it('deep inside which a word is hidden still gives it', async () => {
    expect(await read(nested(50))).toMatchObject({ text: expect.stringContaining('deep down') });
  });
  it('that cannot be read says at least who wrote it', async () => {
    const mail = await parseMail(plain('text', `Subject: help\r\nTo: ${'<someone@b.test>,'.repeat(100_000)}\r\n`));
    expect(mail).toMatchObject({
      ok: false,
      reason: 'not-readable',
      head: { subject: 'help', from: { address: 'a@b.test' } },
    });
  });
  it('that is a bomb stays an attachment, packed', async () => {
    const mail = await read(plain('', attached('bomb.zip', zip)));
    expect(mail.attachments[0]?.size).toBeLessThan(100_000);
  });
  it('too large is not read at all', async () => {
    const mail = await parseMail(plain('x'.repeat(2000), 'Subject: big\r\n'), { maxBytes: 1000 });
    expect(mail).toMatchObject({ ok: false, reason: 'too-large', head: { subject: 'big' } });
    expect(await parseMail(Buffer.alloc(0))).toEqual({ ok: false, reason: 'empty', head: null });
  });
});

describe('a reading that takes too long', () => {
  const slow = html('<p>word</p>'.repeat(150_000));
  it('is ended, and the next mail is read by a new thread', async () => {
    const { mail, milliseconds } = await timed(slow, { timeoutMs: 1 });
    expect(mail).toMatchObject({ ok: false, reason: 'too-slow', head: { from: { address: 'a@b.test' } } });
    expect(milliseconds).toBeLessThan(1000);
    expect((await read(plain('hello'))).text.trim()).toBe('hello');
  });
  it('does not count the waiting for others', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) => parseMail(plain(`mail ${n}`), { timeoutMs: 2000 })),
    );
    expect(all.map((mail) => mail.ok && mail.text.trim())).toEqual(Array.from({ length: 20 }, (_, n) => `mail ${n}`));
  });
});

it('any bytes at all end in an answer', async () => {
  const piece = fc.constantFrom(
    'From: a@b',
    'Content-Type: multipart/mixed; boundary=b',
    '--b',
    '--b--',
    '',
    '\u0000',
    '=?x?b?',
    'Content-Type: text/html',
    '<p',
    ' folded',
    ':',
  );
  const mail = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.array(piece, { maxLength: 15 }).map((all) => lines(...all)),
  );
  await fc.assert(
    fc.asyncProperty(mail, async (raw) => {
      const answer = await parseMail(raw);
      expect(typeof answer.ok).toBe('boolean');
      if (!answer.ok) expect(answer.reason).not.toBe('too-slow');
    }),
    { numRuns: 200 },
  );
});

import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { authenticationOf, type HeaderLine } from './authentication.ts';
import { readAuthenticationResults } from './authentication-results.ts';
import { parseMail, stopParsing } from './incoming.ts';

afterAll(stopParsing);

const border = 'mx.clinic.test';
const results = (value: string): HeaderLine => ({ name: 'authentication-results', value });
const received = (value: string): HeaderLine => ({ name: 'received', value });
const fromOutside = received(`from mail.a.test (mail.a.test [192.0.2.7]) by ${border} (Postfix) with ESMTPS id 1`);
const said = (value: string, from = 'a.test') => authenticationOf([results(value), fromOutside], border, from);
const isProven = (value: string, from?: string) => said(value, from)?.fromIsProven;

describe('what the border found out', () => {
  it('is read, with every result and the domain it is about', () => {
    expect(
      said(
        `${border} 1; spf=pass (ok) smtp.mailfrom="x y"@b.test; dkim=fail (bad) header.i=@b.test;\r\n\tdkim = pass header.d=A.test; dmarc=pass (p=none) header.from=a.test`,
      ),
    ).toEqual({
      by: border,
      fromIsProven: true,
      results: [
        { method: 'spf', result: 'pass', domain: 'b.test' },
        { method: 'dkim', result: 'fail', domain: 'b.test' },
        { method: 'dkim', result: 'pass', domain: 'a.test' },
        { method: 'dmarc', result: 'pass', domain: 'a.test' },
      ],
    });
  });
  it.each([
    ['DMARC for the domain of From', 'dmarc=pass header.from=a.test', true],
    ['DMARC for another domain', 'dmarc=pass header.from=b.test', false],
    ['DMARC that does not say for whom', 'dmarc=pass', false],
    ['DMARC that failed, whatever else passed', 'dmarc=fail header.from=a.test; dkim=pass header.d=a.test', false],
    ['DMARC that could not be asked', 'dmarc=temperror header.from=a.test; spf=pass smtp.mailfrom=a.test', false],
    ['DMARC said twice, once each way', 'dmarc=fail header.from=a.test; dmarc=pass header.from=a.test', false],
    ['a guess about a policy', 'dmarc=bestguesspass header.from=a.test', false],
    ['no policy, and DKIM of the domain', 'dmarc=none header.from=a.test; dkim=pass header.d=a.test', true],
    ['no policy, and DKIM by its agent', 'dkim=pass header.i=@a.test header.s=x', true],
    ['no policy, and SPF of the domain', 'spf=pass smtp.mailfrom=bounces@a.test', true],
    ['no policy, and only the greeting passed', 'spf=pass smtp.helo=a.test', false],
    ['no policy, and DKIM of somebody else', 'dkim=pass header.d=lists.test; spf=pass smtp.mailfrom=b.test', false],
    ['no policy, and DKIM of a domain below', 'dkim=pass header.d=mine.a.test', false],
    ['no policy, and DKIM of a domain that ends alike', 'dkim=pass header.d=st', false],
    ['nothing at all', 'none', false],
  ])('%s', (_, value, proven) => {
    expect(isProven(`${border}; ${value}`)).toBe(proven);
  });
  it('counts of a domain above the one that wrote', () => {
    expect(isProven(`${border}; dkim=pass header.d=a.test`, 'ward.a.test')).toBe(true);
    expect(isProven(`${border}; dkim=pass header.d=a.test`, 'nota.test')).toBe(false);
  });
});

describe('a stranger’s word', () => {
  it('does not count under another name', () => {
    expect(said('mx.evil.test; dmarc=pass header.from=a.test')).toBeNull();
    expect(said(`${border}.evil.test; dmarc=pass header.from=a.test`)).toBeNull();
    expect(said(`"${border}"; dmarc=pass header.from=a.test`)).toBeNull();
    expect(said(`(${border};) mx.evil.test; dmarc=pass header.from=a.test`)).toBeNull();
    expect(said(`${border} 2; dmarc=pass header.from=a.test`)).toBeNull();
  });
  it('does not count inside a comment or quoted text', () => {
    expect(isProven(`${border}; spf=fail (a (b) ; dmarc=pass header.from=a.test) smtp.mailfrom=x@b.test`)).toBe(false);
    expect(isProven(`${border}; spf=fail (\\) ; dmarc=pass header.from=a.test) smtp.mailfrom=x@b.test`)).toBe(false);
    expect(isProven(`${border}; spf=fail smtp.mailfrom="; dmarc=pass header.from=a.test;"@b.test`)).toBe(false);
    expect(isProven(`${border}; "dmarc=pass" header.from=a.test`)).toBe(false);
  });
  it('makes what does not end unreadable', () => {
    expect(said(`${border}; dmarc=pass header.from=a.test; spf=fail (oh`)).toBeNull();
    expect(said(`${border}; dmarc=pass header.from=a.test; spf=fail smtp.mailfrom="oh`)).toBeNull();
    expect(said(`${border}; dmarc=pass header.from=a.test;${' '.repeat(9000)}`)).toBeNull();
  });
  const forged = results(`${border}; dmarc=pass header.from=a.test`);
  const own = results(`${border}; dmarc=fail header.from=a.test`);
  const other = received('from x by mail.a.test with ESMTPS');
  const inner = received(`from ${border} by store.clinic.test with LMTP id 2`);
  const signed: HeaderLine = { name: 'dkim-signature', value: 'v=1' };
  it.each([
    ['below what the border wrote above its line', [own, fromOutside, forged], false],
    ['below what the border wrote under its line', [fromOutside, own, forged], false],
    ['below the line of another server', [fromOutside, other, forged], undefined],
    ['behind any other header', [fromOutside, signed, forged], undefined],
    ['in a mail that never came by the border', [forged, other], undefined],
    ['above a line of the border that was forged too', [inner, own, fromOutside, forged, fromOutside], false],
    ['on top, as a server further in would leave it', [forged, inner, fromOutside], undefined],
  ])('does not count %s', (_, lines, proven) => {
    expect(authenticationOf(lines, border, 'a.test')?.fromIsProven).toBe(proven);
  });
  it('is told from the border’s, wherever the servers of the house write theirs', () => {
    const good = results(`${border}; dmarc=pass header.from=a.test`);
    const spf: HeaderLine = { name: 'received-spf', value: 'pass' };
    for (const lines of [
      [good, fromOutside, other],
      [inner, good, fromOutside],
      [inner, fromOutside, spf, good, other],
      [received(`from ${border} by ${border} with LMTP`), good, fromOutside],
      [results('filter.clinic.test; x-spam=no'), good, fromOutside],
      [good, received(`from b by node3.${border} with ESMTP`)],
    ])
      expect(authenticationOf(lines, border, 'a.test')?.fromIsProven).toBe(true);
  });
});

describe('whatever is written', () => {
  const blank = fc.constantFrom(' ', '\r\n\t', ' (a (nested; dmarc=pass) \\) comment) ', '  ');
  const method = fc.record({
    method: fc.constantFrom('spf', 'dkim', 'dmarc', 'iprev', 'x-tls'),
    result: fc.constantFrom('pass', 'fail', 'none', 'temperror'),
    domain: fc.domain(),
  });
  it('is read back as it was meant', () => {
    fc.assert(
      fc.property(
        fc.array(method, { minLength: 1, maxLength: 8 }),
        fc.array(blank, { minLength: 40, maxLength: 40 }),
        (all, gaps) => {
          let at = 0;
          const gap = () => gaps[at++ % gaps.length] ?? ' ';
          const parts = all.map(
            (it) => `${gap()}${it.method}${gap()}=${it.result}${gap()}header.d=${it.domain}${gap()}`,
          );
          const read = readAuthenticationResults(`${gap()}${border}${gap()};${parts.join(';')}`);
          expect(read?.results.map((it) => [it.method, it.result, it.properties.get('header.d')])).toEqual(
            all.map((it) => [it.method, it.result, it.domain]),
          );
        },
      ),
    );
  });
  it('no quoted text becomes a result', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const quoted = `"${typed.replace(/["\\]/g, '\\$&')}; dmarc=pass header.from=a.test"`;
        expect(isProven(`${border}; spf=fail smtp.mailfrom=${quoted}@b.test`)).toBe(false);
      }),
    );
  });
  it('it ends, throws nothing and proves nothing', () => {
    const piece = fc.constantFrom(
      border,
      ';',
      '=',
      '"',
      '\\',
      '(',
      ')',
      'dmarc=fail',
      'spf',
      'pass',
      ' ',
      '@',
      '.',
      '\r\n ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(isProven(pieces.join(''), 'a.test')).not.toBe(true);
      }),
    );
  });
  it.each(['(', '"', '\\', ';', '=', 'a= ', 'a.b=c ', ' ('])('thousands of %j take no time', async (piece) => {
    const header = `Authentication-Results: ${border}; ${piece.repeat(7900 / piece.length)}\r\n`;
    const head = `Received: from x by ${border} with ESMTP\r\n${header.repeat(200)}From: a@a.test\r\n\r\ntext`;
    await parseMail(Buffer.from('From: a@a.test\r\n\r\nwarm'));
    const before = performance.now();
    const mail = await parseMail(Buffer.from(head), { border });
    expect(performance.now() - before).toBeLessThan(5000);
    expect(mail.ok && mail.authentication?.fromIsProven).not.toBe(true);
  });
});

// Mails that others collected, as real servers wrote them; they live outside the project, and not everybody has them.
const corpus = process.env.BEDSIDE_SHARED_DATA ?? new URL('../../../../shared/data', import.meta.url).pathname;
const real = [
  ['mailparser/nodemailer.eml', 'mx.google.com', false, 'dkim'],
  ['stalwart/thirdparty/015.eml', 'gmx.net', true, 'dkim'],
  ['mikel-mail/plain_emails/basic_email.eml', 'mx.google.com', false, 'spf'],
] as const;
const isHere = existsSync(`${corpus}/mail/${real[0][0]}`);
if (!isHere) console.warn('skipped: the collection of real mails is not here');

describe.skipIf(!isHere)('mails of real servers', () => {
  it.each(real)('%s: the word of %s', async (file, server, proven, method) => {
    const mail = await parseMail(readFileSync(`${corpus}/mail/${file}`), { border: server });
    if (!mail.ok) throw new Error(mail.reason);
    expect(mail.authentication?.by).toBe(server);
    expect(mail.authentication?.results.map((it) => it.method)).toContain(method);
    expect(mail.authentication?.fromIsProven).toBe(proven);
  });
});

import { describe, expect, it } from 'vitest';
import { authenticationOf } from './authentication.ts';
import { parseMail } from './incoming.ts';
import type { IncomingMail } from './read-mail.ts';

async function read(headers: string, body = 'text'): Promise<IncomingMail> {
  const raw = Buffer.from(`${headers.trim().replaceAll('\n', '\r\n')}\r\n\r\n${body}`);
  const mail = await parseMail(raw, { ownDomains: ['clinic.test'], trustedAuthServers: ['mx.clinic.test'] });
  if (!mail.ok) throw new Error(mail.reason);
  return mail;
}

describe('a machine wrote it', () => {
  it.each([
    ['Auto-Submitted: auto-replied', 'auto-reply', 'strong'],
    ['Auto-Submitted: auto-replied (vacation); owner-email="a@b.test"', 'auto-reply', 'strong'],
    ['Auto-Submitted: Auto-Generated', 'auto-generated', 'strong'],
    ['X-Autoreply: yes', 'auto-reply', 'strong'],
    ['Precedence: auto_reply', 'auto-reply', 'strong'],
    ['Precedence: bulk', 'list', 'strong'],
    ['List-Id: News <news.example.test>', 'list', 'strong'],
    ['Return-Path: <>', 'auto-reply', 'strong'],
    ['Return-Path: <>\nFrom: MAILER-DAEMON@mx.test', 'bounce', 'strong'],
    ['Return-Path: <>\nSubject: Undelivered Mail Returned to Sender', 'bounce', 'strong'],
    ['X-Failed-Recipients: a@b.test', 'bounce', 'strong'],
    ['Message-ID: <abc@clinic.test>', 'loop', 'strong'],
    ['Message-ID: <abc@CLINIC.test>\nAuto-Submitted: auto-replied', 'loop', 'strong'],
    ['X-Loop: clinic.test', 'loop', 'strong'],
    ['Subject: Out of office: back on Monday', 'auto-reply', 'weak'],
    ['Subject: Automatic reply: your visit', 'auto-reply', 'weak'],
    ['Subject: Respuesta automática: su cita', 'auto-reply', 'weak'],
    ['Subject: Fuera de la oficina', 'auto-reply', 'weak'],
    ['X-Auto-Response-Suppress: All', 'auto-generated', 'weak'],
    ['Content-Type: multipart/report; report-type=disposition-notification; boundary=b', 'receipt', 'strong'],
  ])('%s', async (headers, kind, strength) => {
    expect((await read(headers)).automatic).toMatchObject({ kind, strength });
  });
});

describe('a person wrote it', () => {
  it.each([
    'Auto-Submitted: no',
    'Subject: Re: automatic reply to my letter',
    'Subject: I was out of office hours when I fell',
    'Message-ID: <abc@clinic.test.evil.test>',
    'Message-ID: <abc@notclinic.test>',
    'In-Reply-To: <abc@clinic.test>',
    'Return-Path: <ann@example.test>',
    'Precedence: first-class',
    'X-Auto-Response-Suppress: DR, RN',
  ])('%s', async (headers) => expect((await read(headers)).automatic).toBeNull());
});

it('a bounce says which address failed and which of our mails came back', async () => {
  const mail = await read(
    'From: MAILER-DAEMON@mx.test\nReturn-Path: <>\nContent-Type: multipart/report; report-type="delivery-status"; boundary=b',
    [
      '--b\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\n',
      'Final-Recipient: rfc822; Ann@Example.test\r\nAction: failed\r\nStatus: 5.1.1\r\n',
      'Diagnostic-Code: smtp; 550 no such\r\n user\r\n',
      '--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <m1@clinic.test>\r\nSubject: x\r\n--b--\r\n',
    ].join(''),
  );
  expect(mail.automatic?.kind).toBe('bounce');
  expect(mail.deliveryReports).toEqual([
    { recipient: 'ann@example.test', action: 'failed', status: '5.1.1', diagnostic: '550 no such user' },
  ]);
  expect(mail.returnedMessageId).toBe('<m1@clinic.test>');
});

describe('what our border server found out', () => {
  const trusted = ['mx.clinic.test'];
  const of = (...values: string[]) => authenticationOf(new Map([['authentication-results', values]]), trusted);
  it('is read', () => {
    const value =
      'mx.clinic.test 1; spf=pass smtp.mailfrom=a.test; dkim=fail (bad); dkim=pass header.d=a.test; dmarc=pass (p=none) header.from=a.test';
    expect(of(value)).toEqual({
      by: 'mx.clinic.test',
      spf: 'pass',
      dkim: 'pass',
      dmarc: 'pass',
      dmarcDomain: 'a.test',
    });
  });
  it('is not taken from a stranger', () => {
    expect(of('mx.evil.test; dmarc=pass header.from=bank.test')).toBeNull();
    expect(of('mx.clinic.test.evil.test; dmarc=pass')).toBeNull();
    expect(of('mx.evil.test; x="; mx.clinic.test; dmarc=pass"')).toBeNull();
  });
  it('is not taken from inside a comment or a quoted word', () => {
    expect(of('mx.clinic.test; dmarc=fail (a (b) ; dmarc=pass ) header.from=a.test')).toMatchObject({ dmarc: 'fail' });
    expect(of('mx.clinic.test; spf=fail smtp.mailfrom="; dmarc=pass;"@x.test')).toMatchObject({
      spf: 'fail',
      dmarc: null,
    });
  });
  it('is the topmost, for what lies below came in with the mail', () => {
    expect(of('mx.clinic.test; dmarc=fail', 'mx.clinic.test; dmarc=pass')).toMatchObject({ dmarc: 'fail' });
  });
  it('is nothing where nothing is known', () => {
    expect(of()).toBeNull();
    expect(of('mx.clinic.test; none')).toMatchObject({ spf: null, dkim: null, dmarc: null });
  });
});

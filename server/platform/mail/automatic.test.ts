import { describe, expect, it } from 'vitest';
import { parseMail } from './incoming.ts';
import type { IncomingMail } from './read-mail.ts';

async function read(headers: string, body = 'text'): Promise<IncomingMail> {
  const raw = Buffer.from(`${headers.trim().replaceAll('\n', '\r\n')}\r\n\r\n${body}`);
  const mail = await parseMail(raw, { ownDomains: ['clinic.test'] });
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

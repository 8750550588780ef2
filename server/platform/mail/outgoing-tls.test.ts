import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeEgress } from '../egress.ts';
import { closeAll, mail, senderTo, startSmtp } from './smtp-for-tests.ts';

afterEach(closeAll);

function haveOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
}
describe.skipIf(!haveOpenssl())('TLS (skipped where there is no openssl to make a certificate)', () => {
  function certificate(name: string) {
    const folder = mkdtempSync(join(tmpdir(), 'bedside-mail-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-days',
        '1',
        '-keyout',
        key,
        '-out',
        cert,
        '-subj',
        `/CN=${name}`,
        '-addext',
        `subjectAltName=DNS:${name}`,
      ],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  }
  const resolve = async () => [{ address: '127.0.0.1', family: 4 as const }];
  const egress = makeEgress({ allow: ['mail.test'], resolve });
  it.each([
    ['smtps', true],
    ['smtp', false],
  ] as const)('%s: a certificate counts only if it is trusted and of this host', async (scheme, secure) => {
    const pair = certificate('mail.test');
    const { received, port } = await startSmtp({ ...pair, secure });
    const smtpUrl = `${scheme}://mail.test:${port}`;
    expect(await senderTo(0, { smtpUrl, egress }).send(mail)).toMatchObject({ permanent: false, code: 'not-secure' });
    const other = certificate('other.test');
    expect(await senderTo(0, { smtpUrl, egress, ca: other.cert }).send(mail)).toMatchObject({ code: 'not-secure' });
    expect(received).toEqual([]);
    expect((await senderTo(0, { smtpUrl, egress, ca: pair.cert }).send(mail)).accepted).toBe(true);
  });
  it('a trusted certificate of another host does not count', async () => {
    const pair = certificate('other.test');
    const { port } = await startSmtp({ ...pair, secure: true });
    const sender = senderTo(0, { smtpUrl: `smtps://mail.test:${port}`, egress, ca: pair.cert });
    expect(await sender.send(mail)).toMatchObject({ code: 'not-secure' });
  });
  it('a server without STARTTLS gets neither mail nor password', async () => {
    const { received, port } = await startSmtp();
    const sender = senderTo(0, { smtpUrl: `smtp://desk:secret@mail.test:${port}`, egress });
    expect(await sender.send(mail)).toMatchObject({ code: 'not-secure' });
    expect(received).toEqual([]);
  });
});

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { House } from '../house.ts';
import { Problem } from '../problem.ts';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

const refused = () =>
  new Problem('not-allowed', 'platform.cross-site', {
    en: 'This request did not come from our own pages, so nothing was done.',
    es: 'Esta petición no vino de nuestras propias páginas, así que no se hizo nada.',
  });

/** Refuses a state change that a foreign page asked for: by `Origin`, else by `Sec-Fetch-Site` (W3C Fetch Metadata). */
export function refuseCrossSite(request: FastifyRequest, house: House): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (typeof origin === 'string' && origin !== 'null') {
    if (!isOurs(origin, house.origin)) throw refused();
  } else if (origin === 'null' || (typeof site === 'string' && site !== 'same-origin' && site !== 'none')) {
    // `null` is what a form sends under a strict referrer policy from our own page, too: Fetch Metadata tells them apart.
    if (site !== 'same-origin') throw refused();
  }
}

function isOurs(given: string, own: string): boolean {
  if (given === own) return true;
  if (!URL.canParse(given)) return false;
  const one = new URL(given);
  const two = new URL(own);
  return (
    one.port === two.port &&
    one.protocol === two.protocol &&
    loopbackHosts.has(one.hostname) &&
    loopbackHosts.has(two.hostname)
  );
}

/** Cookies of an https origin are bound to host and path by their name. */
export const cookieName = (house: House, name: string) => (house.origin.startsWith('https:') ? `__Host-${name}` : name);

export function cookieOptions(house: House, maxAgeSeconds?: number) {
  return {
    path: '/',
    httpOnly: true,
    secure: house.origin.startsWith('https:'),
    sameSite: 'lax' as const,
    ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }),
  };
}

/** Forms carry a token that only a page made for the same browser can know: an HMAC of its own cookie. */
export const formCookie = 'bedside-form';
export const newFormCookie = (): string => randomBytes(18).toString('base64url');

const tokenBy = (key: Buffer, cookie: string) => createHmac('sha256', key).update(cookie).digest('base64url');

export const formTokenFor = (house: House, cookie: string): string =>
  tokenBy(house.keys.derive('form-token', 32), cookie);

export function checkFormToken(house: House, cookie: string | undefined, token: unknown): void {
  const given = typeof token === 'string' ? Buffer.from(token) : undefined;
  for (const key of house.keys.derivedByAny('form-token', 32)) {
    const expected = cookie && Buffer.from(tokenBy(key, cookie));
    if (expected && given && expected.length === given.length && timingSafeEqual(expected, given)) return;
  }
  throw new Problem('stale', 'platform.form-out-of-date', {
    en: 'This page was open for too long or came from another device. Go back, reload it, and send it again.',
    es: 'Esta página llevaba demasiado tiempo abierta o viene de otro dispositivo. Vuelva atrás, recárguela y envíela de nuevo.',
  });
}

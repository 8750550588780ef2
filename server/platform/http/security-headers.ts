import type { FastifyReply } from 'fastify';
import { mailPageStyleSource } from '../mail/page-style.ts';

const common: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cache-control': 'no-store',
};

const shut = "base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

export const policies = {
  /** The portal needs no script at all. */
  page: `default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; ${shut}`,
  data: `default-src 'none'; ${shut}`,
  file: `default-src 'none'; sandbox; ${shut}`,
  /** The staff app: our own script files; styles by nonce; mail bodies in sandboxed frames of `srcdoc`. */
  app: (nonce: string) =>
    `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}' ${mailPageStyleSource}; ` +
    `img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; manifest-src 'self'; ${shut}`,
};

export function setSecurityHeaders(reply: FastifyReply, https: boolean): void {
  reply.headers(common);
  reply.header('content-security-policy', policies.data);
  if (https) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../problem.ts';
import { policies } from './security-headers.ts';

/** A file that anyone may have, with a hash of its content in its name, so that it may be kept for ever. */
export interface StaticFile {
  readonly href: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly gzip?: Buffer | undefined;
  readonly brotli?: Buffer | undefined;
}

export function serveFiles(server: FastifyInstance, files: readonly StaticFile[]): void {
  for (const file of files)
    server.get(file.href, { config: { name: 'platform.file', kind: 'file' } }, (request, reply) =>
      sendStatic(request, reply, file),
    );
}

function sendStatic(request: FastifyRequest, reply: FastifyReply, file: StaticFile): FastifyReply {
  const takes = String(request.headers['accept-encoding'] ?? '');
  reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding')
    .type(file.contentType);
  if (file.brotli && /\bbr\b/.test(takes)) return reply.header('content-encoding', 'br').send(file.brotli);
  if (file.gzip && /\bgzip\b/.test(takes)) return reply.header('content-encoding', 'gzip').send(file.gzip);
  return reply.send(file.body);
}

const typeOf: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

export interface BuiltApp {
  /** The one page, with `__nonce__` where the nonce of each answer goes. */
  readonly page: string;
  readonly files: readonly StaticFile[];
}

/** Reads what the build of the staff app left; undefined when it was never built. */
export async function readBuiltApp(folder: string, prefix: string): Promise<BuiltApp | undefined> {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => undefined);
  if (page === undefined) return undefined;
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'index.html')
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const files = await Promise.all(
    names.map(async (name): Promise<StaticFile> => {
      const body = await readFile(path.join(folder, name));
      const contentType = typeOf[path.extname(name)] ?? 'application/octet-stream';
      const packed = /^(text|image\/svg|application\/)/.test(contentType) ? await promisify(gzip)(body) : undefined;
      return { href: `${prefix}${name.split(path.sep).join('/')}`, contentType, body, gzip: packed };
    }),
  );
  return { page, files };
}

/** The staff app: its files, and its one page under every path below `/staff`. */
export function serveApp(server: FastifyInstance, app: BuiltApp | undefined): void {
  if (app) serveFiles(server, app.files);
  const sendPage = (_request: FastifyRequest, reply: FastifyReply) => {
    if (!app) throw notFound();
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', policies.app(nonce))
      .type('text/html; charset=utf-8')
      .send(app.page.replaceAll('__nonce__', nonce));
  };
  for (const path of ['/staff', '/staff/*'])
    server.get(path, { config: { name: 'platform.staff-app', kind: 'page' } }, sendPage);
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../ctx.ts';
import { answer } from './answer.ts';
import { anyTopic } from './live.ts';
import type { ServerOptions } from './options.ts';
import type { StreamRoute } from './route.ts';

/** How soon a person who may no longer listen is cut off. */
const checkEveryMs = 4_000;

/** Server-sent events: names of topics only; what changed is asked for by the ordinary routes, under their own rules. */
export async function openStream(
  options: ServerOptions,
  route: StreamRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  topicsOf: (ctx: Ctx) => Promise<readonly string[]>,
): Promise<FastifyReply> {
  const ask = () => answer(options.shop, route, request, topicsOf);
  let topics = new Set(await ask());
  const { raw } = reply.hijack();
  // Gone while we asked: its `close` has been, so nothing below would ever be taken down again.
  if (raw.destroyed) return reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  });
  raw.write('retry: 2000\n\nevent: ready\ndata: {}\n\n');
  const leave = options.live.listen((topic) => {
    // A client too slow to read is let go rather than kept in memory: it comes back and reloads.
    if (raw.writableLength > 64 * 1024) raw.destroy();
    else if (topic === anyTopic || topics.has(topic))
      raw.write(`event: changed\ndata: ${JSON.stringify({ topic })}\n\n`);
  });
  let checking = false;
  const timer = setInterval(async () => {
    if (checking) return;
    checking = true;
    try {
      topics = new Set(await ask());
      raw.write(': still here\n\n');
    } catch {
      raw.end('event: signed-out\ndata: {}\n\n');
    } finally {
      checking = false;
    }
  }, checkEveryMs);
  raw.on('close', () => {
    clearInterval(timer);
    leave();
  });
  return reply;
}

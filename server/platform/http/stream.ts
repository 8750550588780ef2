import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../ctx.ts';
import { answer } from './answer.ts';
import { anyTopic } from './live.ts';
import type { ServerOptions } from './options.ts';
import type { StreamRoute } from './route.ts';

/** What is taken away is gone within five seconds: whoever may no longer listen is asked for this often … */
const checkEveryMs = 3_000;
/** … and while the asking hangs, nothing is passed on to somebody of whom it is not known for longer than this. */
const knownForMs = 4_500;

/** Server-sent events: names of topics only; what changed is asked for by the ordinary routes, under their own rules. */
export async function openStream(
  options: ServerOptions,
  route: StreamRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  topicsOf: (ctx: Ctx) => Promise<readonly string[]>,
): Promise<FastifyReply> {
  const ask = async () => {
    const askedAt = performance.now();
    const topics = new Set(await answer(options.shop, route, request, topicsOf));
    return { askedAt, topics };
  };
  let known = await ask();
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
  let missed = false;
  const tell = (topic: string) => raw.write(`event: changed\ndata: ${JSON.stringify({ topic })}\n\n`);
  const leave = options.live.listen((topic) => {
    // A client too slow to read is let go rather than kept in memory: it comes back and reloads.
    if (raw.writableLength > 64 * 1024) raw.destroy();
    else if (performance.now() - known.askedAt > knownForMs) missed = true;
    else if (topic === anyTopic || known.topics.has(topic)) tell(topic);
  });
  let checking = false;
  const timer = setInterval(async () => {
    if (checking) return;
    checking = true;
    try {
      known = await ask();
      raw.write(': still here\n\n');
      if (missed) tell(anyTopic);
      missed = false;
    } catch {
      // Also when the asking itself failed: the screen then asks who it is, by a route that can say what is wrong.
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

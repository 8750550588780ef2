import { spawnSync } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress, makeEgress, type ResolvedAddress, resolveChecked } from './egress.ts';

let port = 0;
const seen: string[] = [];
const servers: http.Server[] = [];

/** Two neighbours on one port, so that only the address tells which of them was reached. */
beforeAll(async () => {
  const first = await listen('127.0.0.1', 0);
  port = (first.address() as AddressInfo).port;
  await listen('127.0.0.2', port);
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(host: string, at: number): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    seen.push(`${host} ${request.method} ${request.url} host=${request.headers.host}`);
    if (request.url === '/moved') response.writeHead(302, { location: `http://127.0.0.2:${port}/inside` }).end('moved');
    else if (request.url === '/huge') void pour(response);
    else if (request.url === '/slow') response.write('a');
    else if (request.url === '/drip') drip(response);
    else if (request.url === '/echo') request.pipe(response);
    else response.end(`I am ${host}`);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(at, host, resolve));
  return server;
}
function pour(response: http.ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65536))) {}
  };
  response.on('drain', more);
  more();
}
function drip(response: http.ServerResponse): void {
  const timer = setInterval(() => response.write('.'), 20);
  response.on('close', () => clearInterval(timer));
}

const http1 = { schemes: ['http:', 'https:'] as const };
const answers = (...lists: string[][]) => {
  let asked = 0;
  const resolve = async (): Promise<ResolvedAddress[]> => {
    const list = lists[Math.min(asked++, lists.length - 1)] ?? [];
    return list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return Object.assign(resolve, { asked: () => asked });
};

describe('which addresses are public', () => {
  const inside = [
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
    ...['192.168.1.1', '100.64.0.1', '100.100.100.200', '192.0.0.192', '198.18.0.1', '224.0.0.1', '240.0.0.1'],
    ...['255.255.255.255', '168.63.129.16', '192.0.2.1', '192.88.99.1'],
    ...[
      '::',
      '::1',
      '::127.0.0.1',
      '::7f00:1',
      '4000::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::ffff:0:127.0.0.1',
      'fe80::1',
      'fe80::1%eth0',
    ],
    ...['fc00::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1', '64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2002:7f00:1::'],
    ...['2001::1', '2001:db8::1', '100::1', '5f00::1', 'not an address', ''],
  ];
  it.each(inside)('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    '%s is',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe('an address that somebody typed', () => {
  const forms = [
    ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '0x7f.1', '0.0.0.0', '0', '127.0.0.1.'],
    ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:127.0.0.1]', '[64:ff9b::127.0.0.1]'],
    ...['localhost', 'LOCALHOST', 'localhost.', '①②⑦.0.0.1', '127。0。0。1', '%31%32%37.0.0.1', '169.254.169.254'],
  ];
  it.each(forms)('http://%s is refused and nothing is sent', async (host) => {
    seen.length = 0;
    const answer = await makeEgress().request({ url: `http://${host}:${port}/`, ...http1 });
    expect(answer).toMatchObject({ ok: false, kind: 'refused' });
    expect(seen).toEqual([]);
  });

  it.each([
    ['file:///etc/passwd', 'scheme-not-allowed'],
    ['gopher://127.0.0.1:25/', 'scheme-not-allowed'],
    ['http://93.184.216.34/', 'scheme-not-allowed'],
    ['https://user:secret@93.184.216.34/', 'credentials-in-address'],
    ['https://', 'not-an-address'],
    ['no address at all', 'not-an-address'],
  ])('%s is refused: %s', async (url, reason) => {
    expect(await makeEgress().request({ url })).toEqual({ ok: false, kind: 'refused', reason });
  });

  it('a name with one private address among public ones is refused', async () => {
    const resolve = answers(['93.184.216.34', '10.0.0.7']);
    const answer = await makeEgress({ resolve }).request({ url: 'https://mixed.test/' });
    expect(answer).toEqual({ ok: false, kind: 'refused', reason: 'address-not-public' });
  });

  it('a name that nobody knows is refused', async () => {
    const answer = await makeEgress({ resolve: answers([]) }).request({ url: 'https://nobody.test/' });
    expect(answer).toEqual({ ok: false, kind: 'refused', reason: 'name-not-found' });
  });
});

describe('a name server that changes its mind', () => {
  it('is asked once, and the connection goes to the address that was checked', async () => {
    seen.length = 0;
    const resolve = answers(['127.0.0.1'], ['127.0.0.2']);
    const egress = makeEgress({ allow: ['rebind.test'], resolve });
    const answer = await egress.request({ url: `http://rebind.test:${port}/`, ...http1 });
    expect(answer).toMatchObject({ ok: true, status: 200 });
    expect(seen).toEqual([`127.0.0.1 GET / host=rebind.test:${port}`]);
    expect(resolve.asked()).toBe(1);
  });

  it('gives what it said first, and is not believed when it says less than an address', async () => {
    const resolve = answers(['93.184.216.34'], ['127.0.0.1']);
    expect(await resolveChecked('rebind.test', 443, { resolve })).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect(resolve.asked()).toBe(1);
    await expect(resolveChecked('x.test', 443, { resolve: answers(['127.1']) })).rejects.toThrow('name-not-found');
  });

  it('cannot lead a mail connection inside either', async () => {
    const resolve = answers(['127.0.0.1']);
    await expect(makeEgress({ resolve }).connect('mail.test', port)).rejects.toMatchObject({
      code: 'address-not-public',
    });
    await expect(makeEgress().connect('127.0.0.1', port)).rejects.toMatchObject({ code: 'address-not-public' });
    await expect(makeEgress({ resolve }).addressOf('mail.test', port)).rejects.toThrow('address-not-public');
    const socket = await makeEgress({ resolve, allow: [`mail.test:${port}`] }).connect('mail.test', port);
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });
});

describe('an answer', () => {
  const egress = makeEgress({ allow: ['127.0.0.1'] });
  const ask = (path: string, more = {}) =>
    egress.request({ url: `http://127.0.0.1:${port}${path}`, ...http1, ...more });

  it('that redirects is given back and not followed', async () => {
    seen.length = 0;
    expect(await ask('/moved')).toMatchObject({ ok: true, status: 302 });
    expect(seen).toHaveLength(1);
  });
  it('without end is cut off', async () => {
    expect(await ask('/huge', { maxResponseBytes: 100_000 })).toMatchObject({ ok: false, kind: 'too-large' });
  });
  it('that never comes is given up', async () => {
    expect(await ask('/slow', { timeoutMs: 200 })).toMatchObject({ ok: false, kind: 'too-slow' });
  });
  it('that drips for ever is given up too', async () => {
    expect(await ask('/drip', { timeoutMs: 200 })).toMatchObject({ ok: false, kind: 'too-slow' });
  });
  it('echoes the body that was sent', async () => {
    const answer = await ask('/echo', { method: 'POST', body: 'grüezi', headers: { 'content-type': 'text/plain' } });
    expect(answer.ok && answer.body.toString()).toBe('grüezi');
  });
  it('is not asked for when nobody listens', async () => {
    const answer = await egress.request({ url: 'http://127.0.0.1:1/', ...http1 });
    expect(answer).toEqual({ ok: false, kind: 'unreachable', reason: 'ECONNREFUSED' });
  });
  it.each([
    ['Host', 'inside.test'],
    ['Transfer-Encoding', 'chunked'],
    ['X-A', 'b\r\nX-Injected: 1'],
    ['X A', 'b'],
  ])('is not asked for with the header %s: %s', async (name, value) => {
    seen.length = 0;
    expect(await ask('/', { headers: { [name]: value } })).toMatchObject({
      kind: 'refused',
      reason: 'header-not-allowed',
    });
    expect(seen).toEqual([]);
  });
});

it('the environment cannot put a proxy between us and the address that was checked', () => {
  const script = `import { makeEgress } from ${JSON.stringify(new URL('./egress.ts', import.meta.url).href)};
    const answer = await makeEgress({ allow: ['127.0.0.1'] }).request({ url: 'http://127.0.0.1:1/', schemes: ['http:'] });
    console.log(JSON.stringify(answer));`;
  const proxy = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_USE_ENV_PROXY: '1',
    HTTP_PROXY: proxy,
    http_proxy: proxy,
    NO_PROXY: '',
    no_proxy: '',
  };
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });
  expect(run.stdout).toContain('ECONNREFUSED');
});

import { lookup as resolveByName } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction, connect as openSocket, type Socket } from 'node:net';
import ipaddr from 'ipaddr.js';

export interface ResolvedAddress {
  address: string;
  family: 4 | 6;
}

/** Gives every address of a name. Handed in so that a test can be the lying name server. */
export type Resolve = (hostname: string) => Promise<ResolvedAddress[]>;

export interface EgressOptions {
  /** `host` or `host:port` that the operator named in the configuration. Only these may be private; nothing typed in a screen belongs here. */
  allow?: readonly string[];
  resolve?: Resolve;
}

export type EgressRefusal =
  | 'not-an-address'
  | 'scheme-not-allowed'
  | 'credentials-in-address'
  | 'address-not-public'
  | 'name-not-found';

/** Thrown before a single byte has left the house. */
export class EgressRefused extends Error {
  override readonly name = 'EgressRefused';
  readonly code: EgressRefusal;
  constructor(code: EgressRefusal) {
    super(code);
    this.code = code;
  }
}

export interface EgressRequest {
  url: string;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** For everything together: resolving, connecting, sending, reading. */
  timeoutMs?: number;
  maxResponseBytes?: number;
  /** `https:` alone unless said otherwise. */
  schemes?: readonly ('https:' | 'http:')[];
  /** A certificate authority of the house's own. Verification itself cannot be switched off. */
  ca?: string;
}

/**
 * `refused` left nothing behind; after the others the far side may have acted. Show people one sentence for all of
 * them: telling `unreachable` from `too-slow` on a screen turns the form into a port scanner.
 */
export type EgressAnswer =
  | { ok: true; status: number; headers: http.IncomingHttpHeaders; body: Buffer }
  | { ok: false; kind: 'refused'; reason: EgressRefusal | 'header-not-allowed' }
  | { ok: false; kind: 'unreachable' | 'too-slow' | 'too-large'; reason: string };

export interface Egress {
  /** Never follows a redirect: a 30x is an answer like any other. Never throws. */
  request(wanted: EgressRequest): Promise<EgressAnswer>;
  /** A connected socket for SMTP and IMAP, to an address that was checked. Throws EgressRefused or the socket's error. */
  connect(host: string, port: number, timeoutMs?: number): Promise<Socket>;
  /** A checked address for a library that connects by itself. Hand it the address, and the name as TLS server name. */
  addressOf(host: string, port: number): Promise<string>;
}

const defaultTimeoutMs = 10_000;
const defaultMaxResponseBytes = 1024 * 1024;
// These decide where a request goes, how it is framed, or whom a proxy believes it came from.
const headersThatAreOurs = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'accept-encoding',
]);
// A cloud's metadata answers on this address although it lies in a public range (Azure wire server).
const publicLookingButInside = new Set(['168.63.129.16']);

const resolveWithTheSystem: Resolve = async (hostname) =>
  (await resolveByName(hostname, { all: true, verbatim: true })) as ResolvedAddress[];

/** Whether an address lies on the public internet, by the special-purpose registries of IANA (RFC 6890). */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast' && !publicLookingButInside.has(parsed.toString());
  const v6 = parsed as ipaddr.IPv6;
  if (v6.isIPv4MappedAddress()) return isPublicAddress(v6.toIPv4Address().toString());
  // Only 2000::/3 is given out as global unicast; this also shuts out ::/96, which still reaches IPv4 on some systems.
  return v6.range() === 'unicast' && (v6.parts[0] ?? 0) >> 13 === 1;
}

/** Every address of a host, none of which is private unless the host was allowed by name. Throws EgressRefused. */
export async function resolveChecked(
  host: string,
  port: number,
  options: EgressOptions = {},
): Promise<[ResolvedAddress, ...ResolvedAddress[]]> {
  const name = bareHost(host);
  const addresses = isIP(name) ? [asResolved(name)] : await findAddresses(name, options.resolve);
  const allowed = (options.allow ?? []).map((entry) => entry.toLowerCase());
  const named = [name, `${name}:${port}`, `[${name}]`, `[${name}]:${port}`].some((form) => allowed.includes(form));
  // One private address among public ones is enough to say no: the name would be free to send us there next time.
  if (!named && !addresses.every(({ address }) => isPublicAddress(address)))
    throw new EgressRefused('address-not-public');
  return addresses as [ResolvedAddress, ...ResolvedAddress[]];
}

async function findAddresses(name: string, resolve: Resolve = resolveWithTheSystem): Promise<ResolvedAddress[]> {
  const found = await resolve(name).catch(() => []);
  const valid = found.filter(({ address }) => isIP(address) !== 0);
  if (valid.length === 0 || valid.length !== found.length) throw new EgressRefused('name-not-found');
  return valid.map(({ address }) => asResolved(address));
}

function asResolved(address: string): ResolvedAddress {
  return { address, family: isIP(address) === 6 ? 6 : 4 };
}

function bareHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

/** A `lookup` for node's sockets that answers with addresses already checked: a second, different answer is never asked for. */
function pinned(addresses: [ResolvedAddress, ...ResolvedAddress[]]): LookupFunction {
  return (_hostname, options, done): void => {
    if (options.all) done(null, addresses);
    else done(null, addresses[0].address, addresses[0].family);
  };
}

export function makeEgress(options: EgressOptions = {}): Egress {
  return {
    request: (wanted) => request(wanted, options),
    connect: (host, port, timeoutMs) => connect(host, port, timeoutMs ?? defaultTimeoutMs, options),
    addressOf: async (host, port) => (await resolveChecked(host, port, options))[0].address,
  };
}

async function request(wanted: EgressRequest, options: EgressOptions): Promise<EgressAnswer> {
  const deadline = AbortSignal.timeout(wanted.timeoutMs ?? defaultTimeoutMs);
  try {
    const url = readUrl(wanted);
    const headers = readHeaders(wanted.headers ?? {});
    if (!headers) return { ok: false, kind: 'refused', reason: 'header-not-allowed' };
    const addresses = await unlessAborted(resolveChecked(url.hostname, portOf(url), options), deadline);
    return await exchange(url, headers, addresses, wanted, deadline);
  } catch (error) {
    if (error instanceof EgressRefused) return { ok: false, kind: 'refused', reason: error.code };
    if (deadline.aborted) return { ok: false, kind: 'too-slow', reason: 'no complete answer in time' };
    return { ok: false, kind: 'unreachable', reason: reasonOf(error) };
  }
}

function readUrl(wanted: EgressRequest): URL {
  const url = URL.parse(wanted.url);
  if (!url) throw new EgressRefused('not-an-address');
  if (!(wanted.schemes ?? ['https:']).includes(url.protocol as 'https:')) throw new EgressRefused('scheme-not-allowed');
  if (url.username || url.password) throw new EgressRefused('credentials-in-address');
  return url;
}

function readHeaders(given: Record<string, string>): Record<string, string> | undefined {
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  for (const [name, value] of Object.entries(given)) {
    if (headersThatAreOurs.has(name.toLowerCase())) return undefined;
    try {
      http.validateHeaderName(name);
      http.validateHeaderValue(name, value);
    } catch {
      return undefined;
    }
    headers[name.toLowerCase()] = value;
  }
  return headers;
}

function portOf(url: URL): number {
  if (url.port) return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

function exchange(
  url: URL,
  headers: Record<string, string>,
  addresses: [ResolvedAddress, ...ResolvedAddress[]],
  wanted: EgressRequest,
  deadline: AbortSignal,
): Promise<EgressAnswer> {
  const secure = url.protocol === 'https:';
  const body = wanted.body === undefined ? undefined : Buffer.from(wanted.body as Uint8Array);
  const most = wanted.maxResponseBytes ?? defaultMaxResponseBytes;
  return new Promise((resolve, reject) => {
    const call = (secure ? https : http).request(url, {
      method: wanted.method ?? 'GET',
      headers: body ? { ...headers, 'content-length': String(body.length) } : headers,
      // An agent of our own, or NODE_USE_ENV_PROXY would send the request to a proxy that resolves the name again.
      agent: secure ? new https.Agent({ keepAlive: false }) : new http.Agent({ keepAlive: false }),
      lookup: pinned(addresses),
      signal: deadline,
      ...(secure ? { rejectUnauthorized: true, minVersion: 'TLSv1.2' as const } : {}),
      ...(secure && wanted.ca ? { ca: wanted.ca } : {}),
    });
    call.on('error', reject);
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > most) {
          resolve({ ok: false, kind: 'too-large', reason: `more than ${most} bytes` });
          call.destroy();
        } else chunks.push(chunk);
      });
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, headers: answered } = response;
        resolve({ ok: true, status, headers: answered, body: Buffer.concat(chunks) });
      });
    });
    call.end(body);
  });
}

async function connect(host: string, port: number, timeoutMs: number, options: EgressOptions): Promise<Socket> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const addresses = await unlessAborted(resolveChecked(host, port, options), deadline);
  const socket = openSocket({ host: bareHost(host), port, lookup: pinned(addresses), ...literal(addresses, host) });
  const connected = new Promise<Socket>((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
  return unlessAborted(connected, deadline).catch((error: unknown) => {
    socket.destroy();
    throw error;
  });
}

function literal(addresses: [ResolvedAddress, ...ResolvedAddress[]], host: string): { host?: string } {
  return isIP(bareHost(host)) ? { host: addresses[0].address } : {};
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return Promise.race([work, aborted]);
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : 'connection failed';
}

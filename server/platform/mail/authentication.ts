import { domainToASCII } from 'node:url';
import { type MethodResult, readAuthenticationResults } from './authentication-results.ts';

/** A header as it stands in the mail; the name in small letters, the value unfolded. */
export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** What our own border server found out about the sender. */
export interface MailAuthentication {
  readonly by: string;
  /** The domain of From is what it says: DMARC passed (RFC 7489), or SPF or DKIM passed for it where it has no policy. */
  readonly fromIsProven: boolean;
  readonly results: readonly { readonly method: string; readonly result: string; readonly domain: string | null }[];
}

const results = 'authentication-results';
/** What servers write beside their own `Received`. */
const tracePattern = /^(?:received-spf|authentication-results|arc-[a-z-]+)$/;
const mostLines = 300;

/**
 * The word of the border server on who sent this, null where it said nothing. Anybody can write such a header, so only
 * those count that stand where the border wrote: right above its own topmost `Received`, or else right below it. The
 * border must take out what comes in under its name (RFC 8601 section 5); the place only narrows what is left.
 */
export function authenticationOf(
  lines: readonly HeaderLine[],
  border: string,
  fromDomain: string | undefined,
): MailAuthentication | null {
  const top = lines.slice(0, mostLines);
  const own = top.findIndex((line) => line.name === 'received' && isBy(line.value, border));
  if (own < 0) return null;
  const before = top.slice(0, own);
  const above = before.slice(before.findLastIndex((line) => line.name === 'received') + 1);
  const after = top.slice(own + 1);
  const end = after.findIndex((line) => !tracePattern.test(line.name));
  const found = saidBy(border, above) ?? saidBy(border, after.slice(0, end < 0 ? undefined : end));
  if (!found) return null;
  return {
    by: border.toLowerCase(),
    fromIsProven: fromDomain !== undefined && isProven(found, fromDomain.toLowerCase()),
    results: found.map((it) => ({ method: it.method, result: it.result, domain: domainOf(it) ?? null })),
  };
}

function saidBy(border: string, lines: readonly HeaderLine[]): MethodResult[] | undefined {
  const read = lines.filter(({ name }) => name === results).map(({ value }) => readAuthenticationResults(value));
  const own = read.filter((header) => header?.by === border.toLowerCase());
  return own.length > 0 ? own.flatMap((header) => header?.results ?? []) : undefined;
}

/** A border of several machines is called by the name they share. */
function isBy(received: string, border: string): boolean {
  const host = /(?:^|\s)by\s+([a-z0-9.-]+)/i.exec(received.slice(0, 2000))?.[1]?.toLowerCase();
  return host === border.toLowerCase() || Boolean(host?.endsWith(`.${border.toLowerCase()}`));
}

function isProven(found: readonly MethodResult[], fromDomain: string): boolean {
  const dmarc = found.filter(({ method }) => method === 'dmarc');
  const judged = dmarc.filter(({ result }) => result !== 'none');
  if (judged.length > 0) return judged.every((it) => it.result === 'pass' && domainOf(it) === fromDomain);
  return found.some(
    (it) =>
      (it.method === 'dkim' || it.method === 'spf') && it.result === 'pass' && vouchesFor(domainOf(it), fromDomain),
  );
}

/**
 * The domain itself or one above it. DMARC also lets one below vouch, which takes a list of where domains begin to
 * belong to somebody: without it a neighbour at a provider would vouch for the provider.
 */
const vouchesFor = (domain: string | undefined, fromDomain: string): boolean =>
  domain !== undefined && domain.includes('.') && `.${fromDomain}`.endsWith(`.${domain}`);

const propertiesOf: Readonly<Record<string, readonly string[]>> = {
  dmarc: ['header.from'],
  dkim: ['header.d', 'header.i'],
  spf: ['smtp.mailfrom'],
};

/** Of `example.org`, `@example.org` or `name@example.org`. */
function domainOf({ method, properties }: MethodResult): string | undefined {
  const said = propertiesOf[method]?.map((name) => properties.get(name)).find((value) => value !== undefined);
  const domain = said?.slice(said.lastIndexOf('@') + 1).replace(/^"([^"\\]*)"$/, '$1');
  const plain = domain === undefined ? '' : domainToASCII(domain.toLowerCase());
  return /^[a-z0-9.-]{1,253}$/.test(plain) ? plain : undefined;
}

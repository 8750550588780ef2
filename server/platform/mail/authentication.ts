import type { MailHeaders } from './automatic.ts';

type Verdict = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'policy' | 'temperror' | 'permerror';

/** What our own border server found out about the sender (RFC 8601). Null for what it did not look at. */
export interface MailAuthentication {
  by: string;
  spf: Verdict | null;
  dkim: Verdict | null;
  dmarc: Verdict | null;
  /** The domain that DMARC compared with the From address. */
  dmarcDomain: string | null;
}

const verdicts = new Set(['pass', 'fail', 'softfail', 'neutral', 'none', 'policy', 'temperror', 'permerror']);

/**
 * Reads the topmost Authentication-Results of a trusted server. Anybody can write this header: the server named here
 * must take out what comes in under its own name (RFC 8601 section 5), so name only your own border server.
 */
export function authenticationOf(headers: MailHeaders, trustedServers: readonly string[]): MailAuthentication | null {
  const trusted = new Set(trustedServers.map((server) => server.toLowerCase()));
  for (const value of headers.get('authentication-results') ?? []) {
    const [server = '', ...results] = withoutComments(value.slice(0, 8000)).split(';');
    const by = server.trim().split(/\s+/)[0]?.toLowerCase() ?? '';
    if (!trusted.has(by)) continue;
    const dmarc = results.find((result) => /^\s*dmarc\s*=/i.test(result)) ?? '';
    return {
      by,
      spf: verdict(results, 'spf'),
      dkim: verdict(results, 'dkim'),
      dmarc: verdict(results, 'dmarc'),
      dmarcDomain: /\bheader\.from\s*=\s*"?([a-z0-9.-]{1,253})/i.exec(dmarc)?.[1]?.toLowerCase() ?? null,
    };
  }
  return null;
}

function verdict(results: readonly string[], method: string): Verdict | null {
  const found = results
    .map((result) => new RegExp(`^\\s*${method}\\s*=\\s*([a-z]+)`, 'i').exec(result)?.[1]?.toLowerCase())
    .filter((name): name is Verdict => name !== undefined && verdicts.has(name));
  // A mail with several DKIM signatures is signed when one of them holds.
  return found.find((name) => name === 'pass') ?? found[0] ?? null;
}

/** Comments may nest and may hold `; dkim=pass`; quoted text may too. */
function withoutComments(value: string): string {
  let depth = 0;
  let quoted = false;
  let plain = '';
  for (let at = 0; at < value.length; at += 1) {
    const sign = value.charAt(at);
    if (sign === '\\' && (quoted || depth > 0)) at += 1;
    else if (sign === '"' && depth === 0) quoted = !quoted;
    else if (sign === '(' && !quoted) depth += 1;
    else if (sign === ')' && !quoted && depth > 0) depth -= 1;
    else if (depth === 0 && !quoted) plain += sign;
  }
  return plain;
}

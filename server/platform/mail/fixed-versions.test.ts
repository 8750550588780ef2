import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// The first version without the known holes: CVE-2026-3455 (mailparser), CVE-2026-44990 (sanitize-html),
// CVE-2026-38728 (smtp-server), CVE-2026-0540 (DOMPurify, not used; named so that it cannot slip in old),
// CVE-2025-14874 (nodemailer, fixed in 7.0.11).
const fixedIn: Record<string, string> = {
  mailparser: '3.9.3',
  'sanitize-html': '2.17.4',
  'smtp-server': '3.18.3',
  nodemailer: '7.0.11',
  dompurify: '3.3.2',
};
const needed = ['mailparser', 'sanitize-html', 'smtp-server', 'nodemailer'];
const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, { version?: string }>;
};
const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** Every copy counts: an old one may hide below another package. */
function copiesOf(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version }]) => version ?? '0');
}
function atLeast(version: string, least: string): boolean {
  if (version.includes('-')) return false;
  const [have, want] = [version, least].map((text) => text.split('.').map(Number));
  for (let place = 0; place < 3; place++) {
    const difference = (have?.[place] ?? 0) - (want?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

it.each(Object.entries(fixedIn))('%s is nowhere older than %s', (name, least) => {
  const copies = copiesOf(name);
  if (needed.includes(name)) expect(copies.length).toBeGreaterThan(0);
  expect(copies.filter((version) => !atLeast(version, least))).toEqual([]);
});

it.each(needed)('%s is pinned to one exact version', (name) => {
  expect(manifest.dependencies[name]).toMatch(/^\d+\.\d+\.\d+$/);
});

it('versions are compared as numbers', () => {
  expect(atLeast('3.10.0', '3.9.3')).toBe(true);
  expect(atLeast('3.9.2', '3.9.3')).toBe(false);
  expect(atLeast('3.9.3-beta.1', '3.9.3')).toBe(false);
});

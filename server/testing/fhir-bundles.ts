import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

type Fields = Record<string, unknown>;

export const patient = (id: string, more: Fields = {}): Fields => ({
  resourceType: 'Patient',
  id,
  name: [{ family: `Family${id}`, given: ['Given'] }],
  birthDate: '1980-01-02',
  ...more,
});

export const encounter = (id: string, patientReference: string, more: Fields = {}): Fields => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  class: { code: 'AMB' },
  subject: { reference: patientReference },
  period: { start: '2020-05-01T10:00:00Z', end: '2020-05-01T10:30:00Z' },
  ...more,
});

export const organization = (id: string, more: Fields = {}): Fields => ({
  resourceType: 'Organization',
  id,
  name: `Organization ${id}`,
  ...more,
});

export const entryOf = (resource: Fields, fullUrl = `urn:uuid:${resource.id}`): Fields => ({ fullUrl, resource });

export const bundleOf = (...resources: Fields[]): string =>
  JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry: resources.map((one) => entryOf(one)) }, null, 1);

/** A folder with these files, and how to be rid of it. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bedside-import-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

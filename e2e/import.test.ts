import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, pressOn, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { expectSilentLog } from './silence.ts';
import { side, signsIn } from './staff.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundles = path.join(root, '..', 'shared', 'data', 'fhir');
const isThere = existsSync(bundles);
if (!isThere) console.warn('No shared FHIR bundles beside the project: the import of patients is not tried.');

let house: House;
let browser: Browser;
let ana: Visitor;

beforeAll(async () => {
  if (!isThere) return;
  house = await startHouse();
  browser = await launch();
  ana = await desk(browser, house.origin);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

interface Patient {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
}

async function firstPatient(): Promise<Patient> {
  const file = readdirSync(bundles).find((name) => /^[A-Z]\w+_[A-Z]\w+_.*\.json$/.test(name)) ?? '';
  const { entry } = JSON.parse(await readFile(path.join(bundles, file), 'utf8')) as {
    entry: { resource: { resourceType: string; name: { given: string[]; family: string }[]; birthDate: string } }[];
  };
  const it = entry.find(({ resource }) => resource.resourceType === 'Patient')?.resource;
  return { given: it?.name[0]?.given[0] ?? '', family: it?.name[0]?.family ?? '', birthDate: it?.birthDate ?? '' };
}

/** Two letters in the middle change places, as they do under quick fingers. */
const misspelt = (name: string) => {
  const middle = Math.floor(name.length / 2);
  return `${name.slice(0, middle - 1)}${name[middle]}${name[middle - 1]}${name.slice(middle + 1)}`;
};

describe.runIf(isThere)('patients of another system', () => {
  it('are imported at the terminal beside the running house', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['bin/bedside.mjs', 'import', 'fhir', bundles], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: house.databaseUrl },
    }).catch((refused: { stdout: string }) => refused);
    expect(stdout).toMatch(/Patient/);
  });

  it('are found by a name that is misspelt', async () => {
    const { given, family, birthDate } = await firstPatient();
    const plain = (name: string) => name.replace(/\d+/g, '');
    await signsIn(ana, 'Ana Lucero');
    await ana.page.keyboard.press('g');
    await ana.page.keyboard.press('p');
    await ana.page.getByRole('searchbox', { name: 'Find a person' }).waitFor();
    await ana.page.keyboard.type(`${plain(given)} ${misspelt(plain(family))}`);
    const found = ana.page.getByRole('link', { name: new RegExp(plain(family)) }).first();
    await found.waitFor();
    await expectGoodPage(ana, 'import-01-found');
    await pressOn(ana.page, found);
    await side(ana).getByText(birthDate.slice(0, 4)).first().waitFor();
    await ana.page
      .getByRole('heading', { name: new RegExp(plain(family)) })
      .first()
      .waitFor();
    await expectGoodPage(ana, 'import-02-record');
    expect(ana.complaints).toEqual([]);
  });

  it('nothing of anybody was logged', () => expectSilentLog(house));
});

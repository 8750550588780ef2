import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOf, encounter, folderWith, patient } from '../server/testing/fhir-bundles.ts';
import { desk, expectGoodPage, launch, pressOn, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { expectSilentLog } from './silence.ts';
import { side, signsIn } from './staff.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const imported = { given: 'Leocadia', family: 'Wetherington', birthDate: '1947-08-21' };

let house: House;
let browser: Browser;
let ana: Visitor;
let bundles: ReturnType<typeof folderWith>;

beforeAll(async () => {
  const { given, family, birthDate } = imported;
  const theirs = patient('w1', { name: [{ use: 'official', given: [given], family }], birthDate, gender: 'female' });
  const others = Array.from({ length: 40 }, (_, n) => patient(`o${n}`));
  bundles = folderWith({ 'patients.json': bundleOf(theirs, encounter('v1', 'urn:uuid:w1'), ...others) });
  house = await startHouse();
  browser = await launch();
  ana = await desk(browser, house.origin);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
  bundles?.remove();
});

/** Two letters in the middle change places, as they do under quick fingers. */
const misspelt = (name: string) => {
  const middle = Math.floor(name.length / 2);
  return `${name.slice(0, middle - 1)}${name[middle]}${name[middle - 1]}${name.slice(middle + 1)}`;
};

describe('patients of another system', () => {
  it('are imported at the terminal beside the running house', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['bin/bedside.mjs', 'import', 'fhir', bundles.folder],
      {
        cwd: root,
        env: { ...process.env, DATABASE_URL: house.databaseUrl },
      },
    ).catch((refused: { stdout: string }) => refused);
    expect(stdout).toMatch(/Patient/);
  });

  it('are found by a name that is misspelt', async () => {
    const { given, family, birthDate } = imported;
    await signsIn(ana, 'Ana Lucero');
    await ana.page.keyboard.press('g');
    await ana.page.keyboard.press('p');
    await ana.page.getByRole('searchbox', { name: 'Find a person' }).waitFor();
    await ana.page.keyboard.type(`${given} ${misspelt(family)}`);
    const found = ana.page.getByRole('link', { name: new RegExp(family) }).first();
    await found.waitFor();
    await expectGoodPage(ana, 'import-01-found');
    await pressOn(ana.page, found);
    await side(ana).getByText(birthDate.slice(0, 4)).first().waitFor();
    await ana.page
      .getByRole('heading', { name: new RegExp(family) })
      .first()
      .waitFor();
    await expectGoodPage(ana, 'import-02-record');
    expect(ana.complaints).toEqual([]);
  });

  it('nothing of anybody was logged', () => expectSilentLog(house));
});

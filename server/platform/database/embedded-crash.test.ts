import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  countRows,
  INSERT_FOR_EVER,
  leftToRemove,
  newFolder,
  ownerOf,
  query,
  serverPid,
  start,
  startInChild,
  startWithin,
  untilGone,
  untilRows,
  watcherOf,
} from '../../testing/embedded-trials.ts';

test('after kill -9 the server ends by itself, the next start is quick, and every acknowledged row is there', async () => {
  const folder = newFolder();
  const child = startInChild(folder, INSERT_FOR_EVER);
  await untilRows(child, 50);
  const server = serverPid(folder);
  child.kill('SIGKILL');
  await once(child, 'close');
  const acknowledged = child.lastRow;
  await untilGone(server);

  const db = await startWithin(folder, 2000);
  expect(await countRows(db)).toBeGreaterThanOrEqual(acknowledged);
});

test.runIf(process.platform === 'linux')(
  'an orphaned server whose watcher was killed too is found and stopped, and every acknowledged row is there',
  async () => {
    const folder = newFolder();
    const child = startInChild(folder, INSERT_FOR_EVER);
    await untilRows(child, 50);
    const server = serverPid(folder);
    process.kill(watcherOf(server), 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'close');
    process.kill(server, 0);

    const said: string[] = [];
    const db = await startWithin(folder, 2000, (line) => said.push(line));
    expect(said.join()).toContain(`process ${server}`);
    expect(await countRows(db)).toBeGreaterThanOrEqual(child.lastRow);
    await untilGone(server);
  },
);

test('a start that is killed at any moment of the making does not stand in the way of the next', async () => {
  const folder = newFolder();
  for (const afterMs of [150, 300, 450, 600, 750]) {
    const child = startInChild(folder, 'setInterval(() => {}, 1000)');
    await sleep(afterMs);
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  const db = await start(folder);
  expect(await query(db, "SELECT unaccent('é') AS plain")).toEqual([{ plain: 'e' }]);
});

test('a server that is killed is noticed, and the next start recovers', async () => {
  const folder = newFolder();
  const db = await start(folder);
  await query(db, 'CREATE TABLE kept AS SELECT 7 AS number');
  process.kill(serverPid(folder), 'SIGKILL');
  expect(await db.lost).toMatch(/ended unexpectedly/);
  await db.stop();
  expect(await query(await startWithin(folder, 2000), 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
});

test('a process number that now belongs to a stranger is left alone', async () => {
  const folder = newFolder();
  await (await start(folder)).stop();
  const stranger = spawn('sleep', ['60'], { cwd: '/', ...ownerOf(path.join(folder, 'postgres', 'cluster')) });
  leftToRemove.push(() => void stranger.kill('SIGKILL'));
  const note = path.join(folder, 'postgres', 'cluster', 'postmaster.pid');
  writeFileSync(note, `${stranger.pid}\n${path.dirname(note)}\n1700000000\n5432\n/tmp\n\n  1 1\nready   \n`);
  await start(folder);
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
});

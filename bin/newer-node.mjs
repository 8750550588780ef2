// Plain JavaScript without anything new: this file must be understood by the Node that is too old for the rest.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 26;

/**
 * Resolves to true when this Node can run Bedside. Otherwise runs `script` again on the pinned Node that npm installed
 * and ends this process as that one ends; without a pinned Node it says what to do.
 */
export async function isNewEnough(script) {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR && typeof Temporal !== 'undefined') return true;
  const pinned = fileURLToPath(
    new URL(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
  );
  if (!existsSync(pinned)) {
    console.error(
      `Bedside needs Node.js ${NEEDED_MAJOR} and this is ${process.versions.node}: run "npm ci" in its folder, which brings the right one, or install Node.js ${NEEDED_MAJOR}.`,
    );
    process.exit(1);
  }
  // The channel tells the other process when this one is killed.
  const child = spawn(pinned, [fileURLToPath(script), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(
      `The Node.js that came with Bedside cannot be run (${error.message}): install Node.js ${NEEDED_MAJOR}.`,
    );
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code === null ? 128 + (os.constants.signals[signal] || 0) : code));
  return false;
}

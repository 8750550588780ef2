#!/usr/bin/env node
import { isNewEnough } from './newer-node.mjs';

if (await isNewEnough(import.meta.url)) {
  // React checks every element twice unless it is told that nobody develops here.
  process.env.NODE_ENV ??= 'production';
  // The portal's pages are .tsx, which Node alone does not read.
  await import('tsx');
  const { main } = await import('../server/main.ts');
  process.exitCode = await main(process.argv.slice(2), process.env);
  // A connection that does not end must not keep a stopped Bedside in the list of processes.
  setTimeout(() => process.exit(), 1000).unref();
}

import { fileURLToPath } from 'node:url';
import { findSecrets, readHistory } from './secrets.ts';

/** `npm run scan-secrets`: everything that was ever committed. Ends with 1 when something looks like a secret. */
const root = fileURLToPath(new URL('..', import.meta.url));
const found = new Set<string>();
let texts = 0;
for (const { file, text } of readHistory(root)) {
  texts++;
  for (const one of await findSecrets(file, text)) found.add(one);
}
for (const one of found) console.error(one);
console.log(`${texts} texts of the history read, ${found.size} look like a secret.`);
// A checkout without its history would be found clean by reading nothing.
process.exitCode = found.size > 0 || texts === 0 ? 1 : 0;

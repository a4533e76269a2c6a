/**
 * Takes the pages and figures that `spinformer reproduce` has written into docs/claims/, where the site finds them:
 *
 *   node scripts/publish-claims.ts runs/reproduce/quick/results
 */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [results] = process.argv.slice(2);
if (!results) throw new Error('expected the folder of results');
const claims = fileURLToPath(new URL('../docs/claims/', import.meta.url));

mkdirSync(claims, { recursive: true });
for (const name of readdirSync(results)) {
  if (/\.(md|svg)$/.test(name)) copyFileSync(join(results, name), join(claims, name));
}

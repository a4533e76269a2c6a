/** What package.json says of this program. A program that is one file carries it inside. */
import { readFileSync } from 'node:fs';

interface Package {
  readonly version: string;
  readonly description: string;
  readonly engines: { readonly node: string };
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Set where all of the program is bundled into one file, dist/spinformer.mjs. */
declare const BUNDLED_PACKAGE: Package | undefined;

const isBundled = typeof BUNDLED_PACKAGE !== 'undefined';

/** The folder of package.json. */
export const PACKAGE_FOLDER = new URL(isBundled ? '../' : '../../', import.meta.url);

export const PACKAGE: Package = isBundled
  ? BUNDLED_PACKAGE
  : JSON.parse(readFileSync(new URL('package.json', PACKAGE_FOLDER), 'utf8'));

/** The files of the built page: read once, served from memory, and nothing beside them. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StorageError } from '../errors.ts';
import { PACKAGE_FOLDER } from '../store/package.ts';

/** Where `npm run lab:build` puts the page, in a checkout and in the package. */
const BUILT = fileURLToPath(new URL('dist/lab/', PACKAGE_FOLDER));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  /** Whether the name changes with the contents. */
  readonly isLasting: boolean;
}

/** Assets by the path under which they are asked for. Throws StorageError where the page has not been built. */
export function readAssets(directory = BUILT): ReadonlyMap<string, Asset> {
  const files = filesOf(directory);
  const assets = new Map(files.map((name) => [`/${name}`, assetOf(directory, name)] as const));
  const page = assets.get('/index.html');
  if (!page) throw new StorageError(`${directory}: expected the page of the lab; "npm run lab:build" makes it`);
  return assets.set('/', page);
}

function filesOf(directory: string): string[] {
  try {
    const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(directory.length).replace(/^\/+/, ''));
  } catch {
    return [];
  }
}

const assetOf = (directory: string, name: string): Asset => ({
  type: TYPES[extname(name)] ?? 'application/octet-stream',
  body: readFileSync(`${directory}/${name}`),
  isLasting: name.startsWith('assets/'),
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import declared from '../../package.json' with { type: 'json' };
import { MissingPackageError } from '../../src/errors.ts';
import { withPackagesFor } from '../../src/store/optional-packages.ts';

const { devDependencies, peerDependencies, peerDependenciesMeta } = declared;
/** As it is told to be installed. */
const packageOf = (name: keyof typeof peerDependencies) => `${name}@${devDependencies[name]}`;
const [plot, linkedom, hdf5] = (['@observablehq/plot', 'linkedom', 'h5wasm'] as const).map(packageOf);

/** As Node throws it for an import that it cannot resolve. */
const notFound = (name: string) =>
  Object.assign(new Error(`Cannot find package '${name}' imported from /elsewhere/file.js`), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
const failing = (error: Error) => withPackagesFor('reports with figures', () => Promise.reject(error));

it('says what to install where one package of several is missing', async () => {
  await expect(failing(notFound('linkedom'))).rejects.toThrow(MissingPackageError);
  await expect(failing(notFound('linkedom'))).rejects.toThrow(`then run again:\n  npm install ${plot} ${linkedom}`);
});

it('says so too of fonts, which are looked up and not imported', async () => {
  const error = Object.assign(new Error("Cannot find module 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'"), {
    code: 'MODULE_NOT_FOUND',
  });
  const packages = (['@resvg/resvg-js', 'dejavu-fonts-ttf'] as const).map(packageOf);
  const missing = withPackagesFor('figures as PNG', () => Promise.reject(error));
  await expect(missing).rejects.toThrow(`figures as PNG need packages that are not installed`);
  await expect(missing).rejects.toThrow(`npm install ${packages.join(' ')}`);
});

it('leaves other errors as they are', async () => {
  const others = [new Error("package 'linkedom'"), notFound('linkedom-of-others'), notFound('h5wasm')];
  for (const error of others) await expect(failing(error)).rejects.toBe(error);
});

it('are optional peers, tested with the lowest version that is allowed', () => {
  const names = Object.keys(peerDependencies) as (keyof typeof peerDependencies)[];
  expect(Object.keys(peerDependenciesMeta)).toEqual(names);
  for (const name of names) {
    expect(peerDependencies[name]).toBe(`^${devDependencies[name]}`);
    expect(peerDependenciesMeta[name].optional).toBe(true);
  }
});

it('returns what it loads', async () => {
  expect(await withPackagesFor('HDF5 files', async () => 'module')).toBe('module');
});

it('the page about the library tells the same', () => {
  const page = readFileSync(new URL('../../docs/guide/library.md', import.meta.url), 'utf8');
  for (const packages of [`${plot} ${linkedom}`, hdf5]) expect(page).toContain(`\`npm install ${packages}\``);
});

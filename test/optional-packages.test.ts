import { expect, it } from 'vitest';
import declared from '../package.json' with { type: 'json' };
import { MissingPackageError } from '../src/errors.ts';
import { withPackagesFor } from '../src/optional-packages.ts';

/** As Node throws it for an import that it cannot resolve. */
const notFound = (name: string) =>
  Object.assign(new Error(`Cannot find package '${name}' imported from /elsewhere/file.js`), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
const failing = (error: Error) => withPackagesFor('reports with figures', () => Promise.reject(error));

it('says what to install where one package of several is missing', async () => {
  const versions = Object.entries(declared.peerDependencies).map(([name, range]) => `${name}@${range.slice(1)}`);
  const [plot, , linkedom] = versions;
  const command = `npm install ${plot} ${linkedom}`;
  await expect(failing(notFound('linkedom'))).rejects.toThrow(MissingPackageError);
  await expect(failing(notFound('linkedom'))).rejects.toThrow(`then run again:\n  ${command}`);
});

it('leaves other errors as they are', async () => {
  const others = [new Error("package 'linkedom'"), notFound('linkedom-of-others'), notFound('h5wasm')];
  for (const error of others) await expect(failing(error)).rejects.toBe(error);
});

it('returns what it loads', async () => {
  expect(await withPackagesFor('HDF5 files', async () => 'module')).toBe('module');
});

/** Packages that few users need: peers in package.json, marked optional, so that npm does not install them with spinformer. */
import { MissingPackageError } from '../errors.ts';
import { PACKAGE } from './package.ts';

const PACKAGES = {
  'HDF5 files': ['h5wasm'],
  'reports with figures': ['@observablehq/plot', 'linkedom'],
  'figures as PNG': ['@resvg/resvg-js', 'dejavu-fonts-ttf'],
} as const;

/** What optional packages are for. */
export type Purpose = keyof typeof PACKAGES;

/** Returns what `load` imports. Throws MissingPackageError, which says what to install, where a package that this takes is not installed. */
export async function withPackagesFor<Module>(purpose: Purpose, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    throw isMissing(PACKAGES[purpose], error) ? new MissingPackageError(whatToInstall(purpose)) : error;
  }
}

/** Whether Node did not find one of these packages, or a file of fonts in one of them, rather than a file of theirs or of ours. */
function isMissing(packages: readonly string[], error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'MODULE_NOT_FOUND') return packages.some((name) => message.includes(`module '${name}/`));
  return code === 'ERR_MODULE_NOT_FOUND' && packages.some((name) => message.includes(`package '${name}'`));
}

function whatToInstall(purpose: Purpose): string {
  const packages = PACKAGES[purpose].map((name) => `${name}@${testedVersion(name)}`).join(' ');
  return [
    `${purpose} need packages that are not installed. Install them where spinformer is installed, then run again:`,
    `  npm install ${packages}`,
  ].join('\n');
}

/** The version with which spinformer is tested, as package.json declares it. */
const testedVersion = (name: string): string => PACKAGE.devDependencies[name];

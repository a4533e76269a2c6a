/** Versions of Node beside our own, where `npm ci` in this folder has installed them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import versions from './package.json' with { type: 'json' };

export type NodeName = keyof typeof versions.devDependencies;

/** The lowest version that package.json declares comes first. */
export const NAMES = Object.keys(versions.devDependencies) as NodeName[];

export const versionOf = (name: NodeName): string => versions.devDependencies[name].split('@')[1];
export const nodeOf = (name: string): string => join(import.meta.dirname, 'node_modules', name, 'bin/node');

export const areInstalled = NAMES.every((name) => existsSync(nodeOf(name)));

/** Which Node the command needs. Nothing here, in syntax or imports, may be newer than what it warns of. */
import { PACKAGE } from '../store/package.ts';

/** What to say of a Node that is too old; undefined where `version`, as "22.15.1", is one that `range`, as ">=22.15", declares. */
export function nodeTrouble(version: string, range: string): string | undefined {
  const [needed, found] = [range.replace(/^>=/, ''), version];
  const [major, minor] = needed.split('.').map(Number);
  const [foundMajor, foundMinor] = found.split('.').map(Number);
  const isEnough = foundMajor > major || (foundMajor === major && foundMinor >= (minor || 0));
  return isEnough ? undefined : `spinformer needs Node ${needed} or later, this is Node ${found}`;
}

/** What package.json declares. */
export const declaredRange = (): string => PACKAGE.engines.node;

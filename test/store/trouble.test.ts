import { expect, it } from 'vitest';
import { InputError, StorageError } from '../../src/errors.ts';
import { reading, writing } from '../../src/store/trouble.ts';

const failing = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};

it.each([
  ['EACCES', InputError, 'permission is missing. Make it writable, or choose another directory'],
  ['EROFS', InputError, 'its file system is read-only. Make it writable, or choose another directory'],
  ['ENAMETOOLONG', InputError, 'its name or path is too long. Choose a shorter one'],
  ['ELOOP', InputError, 'its symbolic links lead in a circle. Fix them, or choose another path'],
  ['EISDIR', InputError, 'a directory is in the way. Choose another path'],
  ['ENOTDIR', InputError, 'part of the path is a file. Choose another directory'],
  ['ENOSPC', StorageError, 'the disk is full. What was committed before is safe: make room, then run again'],
  ['EDQUOT', StorageError, 'the quota is used up. What was committed before is safe: make room, then run again'],
  ['EMFILE', StorageError, 'too many files are open. Raise the limit (ulimit -n) or end other programs'],
  ['EIO', StorageError, 'the disk reports an error. What was committed before is safe: look for a quota'],
])('%s ends writing with words', (code, kind, words) => {
  expect(() => writing('a/file', failing(code))).toThrow(kind);
  expect(() => writing('a/file', failing(code))).toThrow(`a/file: cannot be written: ${words}`);
});

it.each([
  ['ENOENT', InputError, 'there is no such file'],
  ['EACCES', InputError, 'permission to read it is missing'],
  ['ENAMETOOLONG', InputError, 'its name or path is too long'],
  ['ELOOP', InputError, 'its symbolic links lead in a circle'],
  ['EIO', StorageError, 'the disk reports an error'],
  ['EMFILE', StorageError, 'too many files are open'],
])('%s ends reading with words', (code, kind, words) => {
  const read = () => reading('a/file', 'expected a spec to read', failing(code));
  expect(read).toThrow(kind);
  expect(read).toThrow(`a/file: expected a spec to read, but ${words}`);
});

it('leaves what it does not know as it is', () => {
  expect(() => writing('a/file', failing('EWHATEVER'))).toThrow(/^EWHATEVER$/);
});

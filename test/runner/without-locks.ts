/** File systems that refuse locks, by a library that is loaded before that of C. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Refuses every lock with an errno, as the C library of a file system without them would. */
const refusing = (errno: string): string => `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
int fcntl64(int fd, int command, ...) {
  va_list list;
  va_start(list, command);
  void *argument = va_arg(list, void *);
  va_end(list);
  if (command == F_GETLK || command == F_SETLK || command == F_SETLKW) {
    errno = ${errno};
    return -1;
  }
  int (*real)(int, int, ...) = dlsym(RTLD_NEXT, "fcntl64");
  return real(fd, command, argument);
}
int fcntl(int fd, int command, ...) {
  va_list list;
  va_start(list, command);
  void *argument = va_arg(list, void *);
  va_end(list);
  return fcntl64(fd, command, argument);
}`;

export const hasCompiler = spawnSync('cc', ['--version']).status === 0;

/** The environment of processes whose every lock is refused with an errno. The library is made in `folder`. */
export function withoutLocks(folder: string, errno: string): NodeJS.ProcessEnv {
  const library = join(folder, `${errno}.so`);
  writeFileSync(`${library}.c`, refusing(errno));
  const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-o', library, `${library}.c`, '-ldl'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return { ...process.env, LD_PRELOAD: library };
}

/** The command on one directory twice at once, on disks that refuse, on files that are damaged. Kills are in killed-run.test.ts. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Command, computed, startCommand, startInShell } from './command.ts';
import { newDirectory } from './runs.ts';

const SAMPLES = 1200;
const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-test-'));
const whole: Command = { directory: join(FOLDER, 'run'), samples: SAMPLES, workers: 1 };
let expected: ReturnType<typeof computed>;

beforeAll(async () => {
  expect(await startCommand(whole).ended).toMatchObject({ code: 0 });
  expected = computed(whole.directory);
});
afterAll(() => rmSync(FOLDER, { recursive: true }));

const newCommand = (): Command => ({ directory: newDirectory(), samples: SAMPLES });

async function expectResumable(command: Command): Promise<void> {
  const { code, output } = await startCommand(command).ended;
  expect(code, output).toBe(0);
  expect(computed(command.directory)).toEqual(expected);
}

it('is bit-identical with 1 worker and with 2', () => expectResumable(newCommand()));

it('two copies on one directory end with the same, correct result', async () => {
  const command = newCommand();
  const copies = [command, { ...command, workers: 1 }].map((copy) => startCommand(copy).ended);
  expect(await Promise.all(copies)).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(computed(command.directory)).toEqual(expected);
});

/** Limits in units of 512 bytes: too little for the training, for the chains. */
it.each([
  [4, /models\/training\.jsonl: cannot be written: the limit on file sizes is reached/],
  [200, /chain \d: .*segment-001\.sqlite: cannot be written: the disk reports an error/],
])('a limit of %d on the size of files', async (blocks, message) => {
  const command = newCommand();
  const { code, output } = await startInShell(`ulimit -f ${blocks}; exec "$@"`, command).ended;
  expect(output).toMatch(message);
  expect(code).toBe(1);
  await expectResumable(command);
});

const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

describe.skipIf(!canMount)(`a full disk${canMount ? '' : ' (skipped: may not mount one here)'}`, () => {
  it.each([
    [
      '20k',
      /models\/training\.jsonl: cannot be written: the disk is full\. What was committed before is safe: make room/,
    ],
    [
      '300k',
      /chain \d: .*segment-001\.sqlite: cannot be written: the disk is full\. What was committed before is safe/,
    ],
  ])('of %s', async (size, message) => {
    const command = newCommand();
    const disk = mkdtempSync(join(dirname(command.directory), 'disk-'));
    const script = `
      mount -t tmpfs -o size=${size} none ${disk} || exit 99
      "$@" && exit 98
      echo "exit $?"
      mount -o remount,size=50m ${disk} || exit 97
      "$@" && cp -r ${disk} ${command.directory}`;
    const onDisk = { ...command, directory: disk };
    const { code, output } = await startInShell(`unshare -rm sh -c '${script}' sh "$@"`, onDisk).ended;
    expect(output).toMatch(message);
    expect(output).toContain('exit 1\n');
    expect(code).toBe(0);
    expect(computed(command.directory)).toEqual(expected);
  });
});

/** Root may write anywhere: as root, the command runs as nobody. */
const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

describe('a directory that may not be written', () => {
  const message = 'cannot be written: permission is missing. Make it writable, or choose another directory';

  it('before the run began', async () => {
    const command = newCommand();
    chmodSync(dirname(command.directory), 0o555);
    expect(await startCommand(command, asNobody).ended).toMatchObject({
      code: 2,
      output: `${command.directory}: ${message}\n`,
    });
    chmodSync(dirname(command.directory), 0o755);
    await expectResumable(command);
  });

  it('after its training', async () => {
    const command = newCommand();
    cpSync(whole.directory, command.directory, { recursive: true });
    rmSync(join(command.directory, 'chain-001'), { recursive: true });
    chmodSync(dirname(command.directory), 0o755);
    chmodSync(command.directory, 0o555);
    const { code, output } = await startCommand(command, asNobody).ended;
    expect(output).toContain(`${join(command.directory, 'chain-001')}: ${message}`);
    expect(code).toBe(2);
    chmodSync(command.directory, 0o755);
    await expectResumable(command);
  });
});

describe('a damaged file is named', () => {
  /** What it is, its name, the damage, and what to move away. */
  const damages: [string, string, (file: string) => void, string][] = [
    ['segment, truncated', 'chain-001/segment-001.sqlite', (file) => truncateSync(file, 5000), 'chain-001'],
    [
      'segment of another chain',
      'chain-001/segment-001.sqlite',
      (file) => copyFileSync(otherChain(file), file),
      'chain-001',
    ],
    ['model card, truncated', 'models/effective.json', (file) => truncateSync(file, 100), 'models'],
    ['weights, truncated', 'models/effective.safetensors', (file) => truncateSync(file, 100), 'models'],
  ];

  it.each(damages)('%s', async (_, name, damage, moved) => {
    const command = newCommand();
    cpSync(whole.directory, command.directory, { recursive: true });
    const file = join(command.directory, name);
    damage(file);
    const bytes = readFileSync(file);
    const { code, output } = await startCommand(command).ended;
    expect(output).toContain(`${file}: `);
    expect(code).toBe(1);
    expect(readFileSync(file)).toEqual(bytes);
    renameSync(join(command.directory, moved), join(dirname(command.directory), 'damaged'));
    await expectResumable(command);
  });

  it('fits of an unfinished training, truncated', async () => {
    const command = newCommand();
    await startInShell('ulimit -f 4; exec "$@"', command).ended;
    const file = join(command.directory, 'models/training.jsonl');
    truncateSync(file, readFileSync(file).length - 10);
    const { code, output } = await startCommand(command).ended;
    expect(output).toContain(`${file}: `);
    expect(code).toBe(1);
    rmSync(file);
    await expectResumable(command);
  });
});

const otherChain = (file: string): string => file.replace('chain-001', 'chain-002');

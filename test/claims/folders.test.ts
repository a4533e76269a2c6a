/** Every claim has a folder with the same files, with the same exports, and a page with its words. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type Target, targetOf } from '../../claims/target.ts';
import { targets } from '../../claims/targets.ts';
import { cannedRuns } from './canned-runs.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXPORTS = {
  'figures.ts': 'figuresOf',
  'findings.ts': 'findingsOf',
  'outcome.ts': 'outcomeOf',
  'plan.ts': 'plan',
  'tables.ts': 'tablesOf',
};
/** Folders of claims/ that several claims share. */
const SHARED = ['analysis', 'workshop'];

const named = it.each(targets.map((target): [string, Target] => [target.name, target]));

it('has a folder for every target, and no other', () => {
  const entries = readdirSync(`${ROOT}claims`, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.toSorted()).toEqual([...SHARED, ...targets.map(({ name }) => name)].toSorted());
});

named('%s has the same files as every other claim', (name) => {
  expect(readdirSync(`${ROOT}claims/${name}`).toSorted()).toEqual([...Object.keys(EXPORTS), 'target.ts'].toSorted());
});

named('%s has the same exports as every other claim', async (name, target) => {
  for (const [file, wanted] of Object.entries(EXPORTS)) {
    const exports = await import(`${ROOT}claims/${name}/${file}`);
    expect(exports[wanted], `${file}: ${wanted}`).toBeTypeOf('function');
  }
  expect(Object.values(await import(`${ROOT}claims/${name}/target.ts`))).toEqual([target]);
});

named('the page of %s has its title, talk and method', (name, { title, talk, method }) => {
  const blocks = readFileSync(`${ROOT}docs/claims/${name}.md`, 'utf8').split('\n\n');
  expect(blocks[0]).toBe(`# ${title}`);
  expect(blocks[1]).toBe(`**The talk.** ${talk}`);
  expect(blocks.filter((block) => block.startsWith('**How.**'))).toEqual([`**How.** ${method}`]);
});

it('makes figures, tables and findings of one plan and its outcome', async () => {
  const words = { name: 'order', title: 'Order', talk: 'Nothing.', method: 'By hand.' };
  const target = targetOf(words, {
    plan: (isQuick) => ({ samples: isQuick ? 2 : 3 }),
    outcomeOf: async (_, { samples }) => 10 * samples,
    figuresOf: () => [],
    tablesOf: (outcome, { samples }) => [{ title: 'Numbers', rows: [[String(outcome), String(samples)]] }],
    findingsOf: (outcome) => [{ claim: 'It is twenty.', found: String(outcome), verdict: 'holds' }],
  });
  expect(target).toMatchObject(words);
  const workshop = cannedRuns(() => ({ summary: {} }));
  expect(await target.reproduce(workshop)).toEqual({
    figures: [],
    tables: [{ title: 'Numbers', rows: [['20', '2']] }],
    findings: [{ claim: 'It is twenty.', found: '20', verdict: 'holds' }],
  });
});

/** The pages of the points of a study. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StudyRow } from '../../results/study/study-rows.ts';
import { fingerprintOf } from '../../store/fingerprint.ts';
import { firstBytes } from '../../store/first-bytes.ts';
import { openRun } from '../../store/store.ts';
import { pointDirectory, type StoredStudy } from '../../store/study.ts';
import { type DrawnPage, drawPage, writePages } from '../html/files.ts';
import { sourceTag } from '../html/page.ts';
import { reported } from '../reported.ts';

/** Points whose pages are made at a time; each takes as long as `report RUN --html`. */
export const MOST_PAGES = 100;

/** Makes the pages that are missing or no longer up to date, in the order of the points; where these are more than `MOST_PAGES`, none. Returns how many there are. */
export async function writePointPages(study: StoredStudy, rows: readonly StudyRow[]): Promise<number> {
  const names = new Set(rows.filter(({ hasSamples }) => hasSamples).map(({ name }) => name));
  const outdated = [...names].filter((name) => !isCurrent(pointDirectory(study.directory, name)));
  if (outdated.length > MOST_PAGES) return outdated.length;
  for (const name of outdated) await writePage(pointDirectory(study.directory, name));
  return outdated.length;
}

async function writePage(directory: string): Promise<void> {
  const pages: DrawnPage[] = [];
  const run = openRun(directory);
  const { json } = reported(run, (...seen) => pages.push(drawPage(...seen)));
  await writePages(run, json, pages);
}

/** The tag stands near the beginning of a page. */
const BEGINNING = 1024;

function isCurrent(directory: string): boolean {
  const page = join(directory, 'report.html');
  const source = fingerprintOf(directory);
  return source !== undefined && existsSync(page) && beginningOf(page).includes(sourceTag(source));
}

const beginningOf = (page: string): string => firstBytes(page, BEGINNING, 'expected a page to read').toString('utf8');

/** The numbers of a picture, for its file. */

/** Columns of one length by name, with every digit. */
export type Columns = Readonly<Record<string, ArrayLike<number | string>>>;

/** As comma-separated values, RFC 4180, the names first. */
export function csvOf(columns: Columns): string {
  const all = Object.values(columns);
  const rows = Array.from({ length: all[0]?.length ?? 0 }, (_, k) => all.map((column) => cell(column[k])));
  return [Object.keys(columns).map(cell), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

const cell = (value: number | string): string => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

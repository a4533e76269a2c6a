/** Files that the page gives away. */

/** Offers contents as a file of the browser's downloads. */
export function download(name: string, contents: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(contents);
  link.download = name;
  link.click();
  // Not at once: a browser reads the contents after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

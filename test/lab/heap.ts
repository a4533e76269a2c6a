/** What a page and its workers hold in memory. */
import type { Page } from 'playwright-core';

/** Bytes of the heaps of the page and of all its workers, after a garbage collection. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const workers: string[] = [];
  const answers = new Map<number, (result: { usedSize: number }) => void>();
  session.on('Target.attachedToTarget', ({ sessionId }) => workers.push(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let next = 0;
  const ask = (sessionId: string, method: string) =>
    new Promise<{ usedSize: number }>((resolve) => {
      answers.set(++next, resolve);
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: next, method }) });
    });
  await session.send('HeapProfiler.collectGarbage');
  let { usedSize: bytes } = await session.send('Runtime.getHeapUsage');
  for (const worker of workers) {
    await ask(worker, 'HeapProfiler.collectGarbage');
    bytes += (await ask(worker, 'Runtime.getHeapUsage')).usedSize;
  }
  if (workers.length === 0) throw new Error('the page has no worker');
  await session.detach();
  return bytes;
}

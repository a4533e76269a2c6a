/** The page works without a network after the first visit. */

/** Served by this machine: there is no network to be without, and the same address may be that of another version tomorrow. */
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Where browsers allow it. A page that cannot be kept works as well, as long as its server does. */
export function keepOffline(): void {
  if (!window.isSecureContext || !('serviceWorker' in navigator) || LOOPBACK.test(location.hostname)) return;
  navigator.serviceWorker.register('./service-worker.js').catch(() => {});
}

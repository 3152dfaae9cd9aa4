import { withBase } from 'vitepress';

/** Keeps the site for when there is no network. After the page, so that it does not compete with it. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const keep = () => navigator.serviceWorker.register(withBase('/offline.js'));
  if (document.readyState === 'complete') keep();
  else addEventListener('load', keep);
}

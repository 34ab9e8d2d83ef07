// Runs without a page: shows what is pushed, and opens the channel when that is pressed. It is here and not with the
// assets because its place says what it may open.

/** @typedef {import('../types/push').PushWorker} PushWorker */

const worker = /** @type {PushWorker} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', () => worker.skipWaiting());

worker.addEventListener('push', (event) => {
  const { channel, title } = event.data?.json() ?? { channel: '', title: '' };
  const path = channel ? `/${channel}` : '/following';
  event.waitUntil(
    worker.registration.showNotification(channel ? `${channel} is live` : 'A channel you follow is live', {
      body: title,
      icon: channel ? `/api/channels/${channel}/images/avatar` : undefined,
      tag: `live:${path}`, // the same again replaces it
      data: path,
    }),
  );
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(new URL(event.notification.data, worker.location.origin).href));
});

worker.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

/** @param {string} address */
async function open(address) {
  const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const tab = tabs.find(({ url }) => url === address);
  return tab ? tab.focus() : worker.clients.openWindow(address);
}

/** @param {{ newSubscription?: PushSubscription | null, oldSubscription?: PushSubscription | null }} change */
async function renew({ newSubscription, oldSubscription }) {
  const options = oldSubscription?.options;
  const subscription = newSubscription ?? (options && (await worker.registration.pushManager.subscribe(options)));
  if (!subscription) return;
  await fetch('/api/accounts/me/push-subscriptions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(subscription),
  });
}

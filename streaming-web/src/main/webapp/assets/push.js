// Settings, Notifications: turns Web Push on for this browser, and says why it cannot be where that is so.

import { part } from './wording.js';

const ADDRESS = '/api/accounts/me/push-subscriptions';

/**
 * What a key in Base64url is made of.
 * @param {string} text
 */
export function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

/**
 * By which the site knows a browser: SHA-256 in hexadecimal.
 * @param {string} endpoint
 */
export async function idOf(endpoint) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {HTMLElement} panel */
function wire(panel) {
  const button = part('#push-on', HTMLButtonElement, panel);
  const saying = part('#push-say', HTMLElement, panel);

  /** @param {string} text */
  const say = (text) => (saying.textContent = text);

  async function look() {
    button.hidden = true;
    if (!('PushManager' in window && 'serviceWorker' in navigator && 'Notification' in window)) {
      say(
        isSecureContext
          ? 'This browser cannot be told here. On an iPhone or iPad, add the site to the home screen first.'
          : 'Browsers are told only where the site has a secure address (https).',
      );
      return;
    }
    const subscription = await (await navigator.serviceWorker.getRegistration('/'))?.pushManager.getSubscription();
    const row = subscription && panel.querySelector(`[data-device="${await idOf(subscription.endpoint)}"]`);
    if (row) {
      part('.badge', HTMLElement, row).hidden = false;
      part('form', HTMLFormElement, row).addEventListener('submit', () => subscription.unsubscribe());
    }
    if (Notification.permission === 'denied') {
      say('Your browser keeps this site from notifying you. Allow it in the browser’s settings for this site.');
    } else if (row) {
      say('It is on.');
    } else {
      say('');
      button.hidden = false;
    }
  }

  async function turnOn() {
    if ((await Notification.requestPermission()) !== 'granted') return look();
    say('One moment …');
    const response = await fetch(`${ADDRESS}/key`);
    const subscription = await subscribe(bytes((await response.json()).key));
    const answer = await fetch(ADDRESS, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(subscription),
    });
    if (answer.ok) {
      location.assign('/settings/notifications?done=device');
    } else {
      await subscription.unsubscribe();
      say((await answer.json()).detail);
    }
  }

  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await turnOn();
    } catch {
      say('Your browser could not reach its push service. Try again later.');
    } finally {
      button.disabled = false;
    }
  });
  look();
}

/** @param {Uint8Array<ArrayBuffer>} key */
async function subscribe(key) {
  await navigator.serviceWorker.register('/push-worker.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  await (await pushManager.getSubscription())?.unsubscribe(); // of another account, or to another key
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

const panel = /** @type {HTMLElement | null | undefined} */ (globalThis.document?.querySelector('#push'));
if (panel) wire(panel);

// How the sending to other servers does: asked every few seconds while the page is seen.

import { restream } from './wording.js';

/** @typedef {{id: string, state: string, since?: string, trouble?: string, nextTryAt?: string}} Restream */

const EVERY = 3000;
const list = document.querySelector('#restreams');

async function look() {
  if (!(list instanceof HTMLElement) || document.hidden) return;
  const answer = await fetch(`/api/channels/${encodeURIComponent(list.dataset.channel ?? '')}/restreams`);
  if (!answer.ok) return;
  /** @type {{items: Restream[]}} */
  const { items } = await answer.json();
  for (const one of items) {
    const shown = list.querySelector(`[data-restream="${one.id}"] .restream-state`);
    if (!shown) continue;
    shown.className = `restream-state ${one.state}`;
    const text = restream(one);
    if (shown.textContent !== text) shown.textContent = text; // a screen reader says what is new
  }
}

setInterval(() => look().catch(() => {}), EVERY);
look().catch(() => {});

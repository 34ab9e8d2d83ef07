// How the visitor stands to the channel: following and rating without leaving the video.

import { followers, part, rating } from './wording.js';

const channel = part('#content', HTMLElement).dataset.channel ?? '';
const base = `/api/channels/${encodeURIComponent(channel)}`;
const say = part('#ties-say', HTMLElement);
const follow = document.querySelector('#follow');
const rate = document.querySelector('#rate');

/**
 * Does it, and gives how things stand then.
 * @param {string} path
 * @param {string} method
 * @param {object} [body]
 */
async function change(path, method, body) {
  const json = body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const done = await fetch(base + path, { method, ...json });
  if (!done.ok) throw new Error(`${method} ${path}: ${done.status}`);
  return (await fetch(base + path)).json();
}

/**
 * A form that is sent in the background; the browser sends it the plain way if that fails.
 * @param {Element | null} form
 * @param {(button: HTMLButtonElement) => Promise<void>} send
 */
function enhance(form, send) {
  if (!(form instanceof HTMLFormElement)) return;
  form.addEventListener('submit', async (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement) || form.dataset.plain) return;
    event.preventDefault();
    if (form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    try {
      await send(button);
    } catch {
      form.dataset.plain = 'true';
      form.requestSubmit(button); // to the sign-in page, if that is what is missing
    } finally {
      form.ariaBusy = 'false';
    }
  });
}

enhance(follow, async (button) => {
  const now = await change('/followers/me', button.value === 'follow' ? 'PUT' : 'DELETE');
  part('#follow', HTMLElement).dataset.following = String(now.following);
  button.value = now.following ? 'unfollow' : 'follow';
  part('span', HTMLElement, button).textContent = now.following ? 'Unfollow' : 'Follow';
  part('#follower-count', HTMLElement).textContent = followers(now.followers);
  say.textContent = now.following ? `You follow ${channel} now.` : `You follow ${channel} no more.`;
});

enhance(rate, async (button) => {
  const form = part('#rate', HTMLElement);
  const again = form.dataset.stars === button.value; // the same star again takes the rating back
  const now = await change('/ratings/me', again ? 'DELETE' : 'PUT', again ? undefined : { stars: Number(button.value) });
  form.dataset.stars = String(now.stars ?? 0);
  for (const star of form.querySelectorAll('button')) star.ariaPressed = String(Number(star.value) === now.stars);
  part('#rating', HTMLElement).textContent = rating(now.rating, now.ratings);
  say.textContent = now.stars ? `You gave ${now.stars} of 5 stars.` : 'You took your rating back.';
});

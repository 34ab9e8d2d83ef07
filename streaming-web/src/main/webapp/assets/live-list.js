// The list of who is live: the server renders it, the lobby's socket keeps it current.

import { LiveSocket } from './channel-socket.js';
import { element, part, since, tagLink, tone, viewers } from './wording.js';

/** @typedef {import('../../types/events').LiveChannel} LiveChannel */

const list = part('#live-list', HTMLElement);
const summary = part('#live-summary', HTMLElement);

/** @param {LiveChannel[]} channels */
function show(channels) {
  const known = new Map([...list.children].map((row) => [/** @type {HTMLElement} */ (row).dataset.name, row]));
  const rows = channels.map((channel) => {
    const row = known.get(channel.name) ?? card(channel);
    part('.card-title', HTMLElement, row).textContent = channel.title;
    part('.card-category', HTMLElement, row).textContent = channel.category ?? '';
    part('.card-viewers', HTMLElement, row).textContent = viewers(channel.viewers);
    part('time', HTMLTimeElement, row).dateTime = channel.startedAt;
    picture(part('.poster', HTMLElement, row), channel.preview);
    return row;
  });
  const same = rows.length === list.childElementCount && rows.every((row, i) => row === list.children[i]);
  if (!same) list.replaceChildren(...rows); // moving a card would take the focus from it
  const text = channels.length === 0 ? '' : channels.length === 1 ? '1 channel' : `${channels.length} channels`;
  if (summary.textContent !== text) summary.textContent = text;
  tick();
}

/**
 * Shows the newest still, once the browser has it: a card never goes blank in between.
 * @param {HTMLElement} poster
 * @param {string | undefined} address
 */
async function picture(poster, address) {
  if (!address || poster.dataset.still === address) return;
  poster.dataset.still = address;
  const still = element('img', 'still');
  still.alt = '';
  still.src = address;
  try {
    await still.decode();
  } catch {
    return; // gone already: the next one is on its way
  }
  if (poster.dataset.still !== address) return;
  poster.querySelector('.still')?.remove();
  poster.prepend(still);
}

/** @param {LiveChannel} channel */
function card(channel) {
  const row = element('li');
  row.dataset.name = channel.name;
  const link = element('a', 'card');
  link.href = `/${channel.name}`;
  const poster = element('span', 'poster');
  poster.dataset.tone = tone(channel.name);
  poster.setAttribute('aria-hidden', 'true');
  const wave = element('span', 'wave');
  wave.append(...Array.from({ length: 5 }, () => element('i')));
  poster.append(element('span', 'poster-letter', channel.name.charAt(0)), wave, element('span', 'badge live', 'Live'));
  const facts = element('span', 'card-facts');
  facts.append(element('span', 'card-viewers'), ' ', element('time'));
  const text = element('span', 'card-text');
  text.append(element('strong', 'card-name', channel.name), ' ', element('span', 'card-title'), ' ', element('span', 'card-category'), ' ', facts);
  link.append(poster, text);
  row.append(link);
  if (channel.tags.length > 0) row.append(tags(channel));
  return row;
}

/** @param {LiveChannel} channel */
function tags(channel) {
  const list = element('ul', 'tags');
  list.setAttribute('aria-label', `Tags of ${channel.name}`);
  for (const tag of channel.tags) {
    const item = element('li');
    item.append(tagLink(tag));
    list.append(item);
  }
  return list;
}

function tick() {
  for (const time of list.querySelectorAll('time')) time.textContent = since(time.dateTime);
}

new LiveSocket('/ws/live').on('channels', ({ channels }) => show(channels)).open();
setInterval(tick, 30_000);
tick();

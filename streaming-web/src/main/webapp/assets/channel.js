// The channel's page: one socket feeds the player, the chat and the facts above them.

import { LiveSocket } from './channel-socket.js';
import { Chat } from './chat.js';
import { Player } from './player.js';
import { part, since, tagLink, viewers } from './wording.js';

const page = part('#content', HTMLElement);
const time = part('#live-since', HTMLTimeElement);
const title = part('#channel-title', HTMLElement);
const count = part('#viewer-count', HTMLElement);
const { channel = '', hls = '', dvr = '0', you = '' } = page.dataset;

const player = new Player(part('#player-frame', HTMLElement), hls, Number(dvr));
const socket = new LiveSocket(`/ws/channels/${encodeURIComponent(channel)}`);

const SPREAD = 1500;
const PATIENCE = 10_000;
const ASKED = `asked ${channel}`;

/** @param {{live: boolean, startedAt: string | null, hlsUrl?: string, resumeBy?: string}} now */
function show({ live, startedAt, hlsUrl = hls, resumeBy }) {
  if (live && hlsUrl !== hls) {
    // a page may load video of the origin alone that its answer named; not all viewers come at the same moment
    setTimeout(() => location.reload(), Math.random() * SPREAD);
    return;
  }
  page.dataset.live = String(live);
  time.dateTime = (live && startedAt) || '';
  tick();
  player.show(live, startedAt ?? '');
  player.interrupted(resumeBy !== undefined);
}

/** Who may watch has changed: the page itself says what it takes now. Not all viewers ask at the same moment. */
function askAnew() {
  const last = Number(sessionStorage.getItem(ASKED) ?? 0);
  if (Date.now() - last < PATIENCE) return; // a page that is let in and a video that is not: no loop
  sessionStorage.setItem(ASKED, String(Date.now()));
  setTimeout(() => location.reload(), Math.random() * SPREAD);
}

function tick() {
  time.textContent = since(time.getAttribute('datetime'));
}

/** @param {import('../../types/events').Stream} stream */
function showStream({ title: now, category, tags }) {
  title.textContent = now;
  const filed = part('#channel-category', HTMLAnchorElement);
  filed.textContent = category?.name ?? '';
  filed.href = `/browse?category=${category?.slug ?? ''}`;
  part('#channel-tags', HTMLElement).replaceChildren(...tags.map(tagLink));
}

show({ live: page.dataset.live === 'true', startedAt: page.dataset.startedAt || null, resumeBy: page.dataset.resumeBy || undefined });
part('#player-frame', HTMLElement).addEventListener('refused', askAnew);
new Chat(socket, channel, you);
socket
  .on('hello', (hello) => {
    show(hello);
    showStream(hello);
    count.textContent = viewers(hello.viewers);
  })
  .on('live', show)
  .on('channel', showStream)
  .on('access', askAnew)
  .on('viewers', (event) => (count.textContent = viewers(event.count)))
  .open();
setInterval(tick, 30_000);

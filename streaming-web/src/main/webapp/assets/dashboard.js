// The dashboard: the channel's socket feeds the chat and the facts, the API tells how the stream comes in.

import { LiveSocket } from './channel-socket.js';
import { Chat } from './chat.js';
import { Plot } from './plot.js';
import { part, since, viewers } from './wording.js';

/** @typedef {import('../../types/health').Health} Health */

const EVERY = 2000;
const SPAN = 180_000;

const page = part('#dashboard', HTMLElement);
const { channel = '', you = '' } = page.dataset;
const time = part('#live-since', HTMLTimeElement);
const count = part('#viewer-count', HTMLElement);
const bitrate = part('#bitrate', HTMLOutputElement);
const plot = new Plot(part('#bitrate-plot', SVGSVGElement), SPAN);

/** @param {{live: boolean, startedAt: string | null}} now */
function show({ live, startedAt }) {
  page.dataset.live = String(live);
  time.dateTime = (live && startedAt) || '';
  tick();
  if (!live) plot.clear();
}

function tick() {
  time.textContent = since(time.getAttribute('datetime'));
}

/**
 * @param {string} id
 * @param {string} text
 */
function say(id, text) {
  part(id, HTMLElement).textContent = text;
}

/** @param {(string | number | null | undefined | false)[]} words */
function join(...words) {
  return words.filter(Boolean).join(' ') || 'not said';
}

/** @param {NonNullable<Health['stream']>} stream */
function showHealth({ bitrate: rate, dropped, uptime, video, audio }) {
  const most = plot.add(rate);
  bitrate.textContent = `${rate} kbit/s`;
  say('#bitrate-most', `up to ${most} kbit/s`);
  say('#health-size', video?.width ? `${video.width} × ${video.height}` : 'not said');
  say('#health-frames', video?.frameRate ? `${video.frameRate} a second` : 'not said');
  say('#health-video', join(video?.codec, video?.profile, video?.level));
  say('#health-audio', join(audio?.codec, audio?.sampleRate && `${audio.sampleRate / 1000} kHz`, audio?.channels === 1 ? 'mono' : audio?.channels === 2 && 'stereo'));
  say('#health-dropped', String(dropped));
  say('#health-uptime', uptime < 60 ? `${uptime} s` : since(new Date(Date.now() - uptime * 1000).toISOString()));
}

/** Asks only while somebody looks and something is on the air. */
async function ask() {
  if (document.hidden || page.dataset.live !== 'true') return;
  try {
    const answer = await fetch(`/api/channels/${encodeURIComponent(channel)}/health`);
    if (!answer.ok) return;
    /** @type {Health} */
    const health = await answer.json();
    part('#external', HTMLElement).hidden = !health.external;
    if (health.stream) showHealth(health.stream);
  } catch {
    // the network is away: asked again in a moment
  }
}

/** @param {HTMLFormElement} form */
function saveAtOnce(form) {
  const field = part('#title', HTMLInputElement, form);
  const error = part('#title-error', HTMLElement, form);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    error.textContent = '';
    const fields = new URLSearchParams({ do: 'title', title: field.value });
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields });
      if (!answer.ok || answer.url.includes('/login')) throw new Error(String(answer.status));
      say('#settings-say', 'Your viewers see the title now.');
    } catch {
      error.textContent = 'It could not be saved. Try again in a moment.';
    }
  });
}

/** @param {string} title */
function showTitle(title) {
  const field = document.querySelector('#title');
  if (field instanceof HTMLInputElement) {
    if (document.activeElement !== field) field.value = title;
  } else {
    say('#title-now', title);
  }
}

// whoever looks after the channel is none of its viewers
const socket = new LiveSocket(`/ws/channels/${encodeURIComponent(channel)}?counted=false`);
const form = document.querySelector('#title-form');
if (form instanceof HTMLFormElement) saveAtOnce(form);
new Chat(socket, channel, you);
socket
  .on('hello', (hello) => {
    show(hello);
    showTitle(hello.title);
    count.textContent = viewers(hello.viewers);
  })
  .on('live', show)
  .on('channel', ({ title }) => showTitle(title))
  .on('viewers', (event) => (count.textContent = viewers(event.count)))
  .open();
setInterval(tick, 30_000);
setInterval(ask, EVERY);
ask();

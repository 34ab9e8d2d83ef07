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

/**
 * Saves without leaving the page: what is refused is said beside its field.
 * @param {HTMLFormElement} form
 */
function saveAtOnce(form) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { title, category, tags } = streamFields(form);
    const edit = { title: title.value, category: category.value, tags: tags.value.split(/[\s,]+/).filter(Boolean) };
    try {
      const answer = await fetch(`/api/channels/${encodeURIComponent(channel)}`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(edit),
      });
      /** @type {{errors?: {field: string, message: string}[]}} */
      const said = await answer.json();
      refuse(form, said.errors ?? []);
      if (answer.ok) say('#stream-said', 'Saved. Your viewers see it now.');
      else if (answer.status === 401) location.assign(`/login?next=${location.pathname}`);
      else say('#stream-said', said.errors ? 'Not saved.' : 'It could not be saved. Try again in a moment.');
    } catch {
      say('#stream-said', 'It could not be saved. Try again in a moment.');
    }
  });
}

/** @param {HTMLFormElement} form */
function streamFields(form) {
  return {
    title: part('#title', HTMLInputElement, form),
    category: part('#category', HTMLSelectElement, form),
    tags: part('#tags', HTMLInputElement, form),
  };
}

/**
 * @param {HTMLFormElement} form
 * @param {{field: string, message: string}[]} errors
 */
function refuse(form, errors) {
  const wrong = Object.entries(streamFields(form)).filter(([name, field]) => {
    const message = errors.find((error) => error.field === name)?.message ?? '';
    say(`#${name}-error`, message);
    field.setAttribute('aria-invalid', String(message !== ''));
    field.closest('.field')?.classList.toggle('wrong', message !== '');
    return message !== '';
  });
  wrong[0]?.[1].focus();
}

/** What the channel says of its stream, unless somebody is typing it. @param {import('../../types/events').Stream} stream */
function showStream({ title, category, tags }) {
  const form = document.querySelector('#stream-form');
  if (!(form instanceof HTMLFormElement)) {
    say('#title-now', title);
    say('#category-now', category?.name ?? '');
    say('#tags-now', tags.join(' '));
  } else if (!form.contains(document.activeElement)) {
    const fields = streamFields(form);
    fields.title.value = title;
    fields.category.value = category?.slug ?? '';
    fields.tags.value = tags.join(' ');
  }
}

// whoever looks after the channel is none of its viewers
const socket = new LiveSocket(`/ws/channels/${encodeURIComponent(channel)}?counted=false`);
const form = document.querySelector('#stream-form');
if (form instanceof HTMLFormElement) saveAtOnce(form);
new Chat(socket, channel, you);
socket
  .on('hello', (hello) => {
    show(hello);
    showStream(hello);
    count.textContent = viewers(hello.viewers);
  })
  .on('live', show)
  .on('channel', showStream)
  .on('viewers', (event) => (count.textContent = viewers(event.count)))
  .open();
setInterval(tick, 30_000);
setInterval(ask, EVERY);
ask();

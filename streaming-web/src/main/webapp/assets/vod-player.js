// Plays a recording: the seek bar with its pictures, the speed, and keys. Buttons and sound are as on a live page.

import { Controls } from './player-controls.js';
import { clock, tileAt, tiles } from './storyboard.js';
import { part } from './wording.js';

const LIBRARY = './vendor/hls.js-1.7.4/hls.light.min.js';
const NATIVE = 'application/vnd.apple.mpegurl';
const CONFIG = { maxBufferLength: 30, backBufferLength: 60 };
const STEP = 5;
const STEPS = { j: -10, l: 10 };

export class VodPlayer {
  #video;
  #frame;
  #seek;
  #preview;
  #duration;
  /** @type {import('./storyboard.js').Tile[]} */
  #tiles = [];
  #folder = '';
  /** @type {import('../../types/hls').HlsInstance | null} */
  #hls = null;
  #recovered = 0;

  /**
   * @param {HTMLElement} frame
   * @param {number} duration in seconds
   */
  constructor(frame, duration) {
    this.#frame = frame;
    this.#duration = duration;
    this.#video = part('video', HTMLVideoElement, frame);
    this.#seek = part('#seek', HTMLInputElement, frame);
    this.#preview = part('.seek-preview', HTMLElement, frame);
    // of a live player and its slider they need what is here
    new Controls(frame, this.#video, /** @type {any} */ (this), /** @type {any} */ (this));
    this.#follow();
    this.#scrub();
    const speed = part('#speed', HTMLSelectElement, frame);
    speed.addEventListener('change', () => (this.#video.playbackRate = Number(speed.value)));
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  /** What the controls of a live page ask for: a recording is behind nothing. */
  get latency() {
    return NaN;
  }

  toLiveEdge() {}

  /**
   * Goes back, or forth.
   * @param {number} steps
   */
  move(steps) {
    this.seek(this.time + steps * STEP);
  }

  get time() {
    return this.#video.currentTime;
  }

  /** @param {number} time in seconds */
  seek(time) {
    this.#video.currentTime = Math.min(Math.max(0, time), this.#duration);
    this.#show();
  }

  async play() {
    try {
      await this.#video.play();
    } catch {
      this.#state('paused'); // browsers wait for a click: the button is there
    }
  }

  /**
   * @param {string} url of the playlist
   * @param {number} start in seconds
   */
  async load(url, start) {
    if (!globalThis.Hls) await import(LIBRARY).catch(() => {});
    if (globalThis.Hls?.isSupported()) {
      this.#attach(globalThis.Hls, url, start);
    } else if (this.#video.canPlayType(NATIVE)) {
      this.#video.src = url;
      this.#video.addEventListener('loadedmetadata', () => this.seek(start), { once: true });
    } else {
      this.#fail('This browser cannot play the recording. You can download it.');
      return;
    }
    this.play();
  }

  /**
   * @param {import('../../types/hls').HlsConstructor} Hls
   * @param {string} url
   * @param {number} start
   */
  #attach(Hls, url, start) {
    const hls = new Hls({ ...CONFIG, startPosition: start });
    this.#hls = hls;
    hls.on('hlsFragBuffered', () => (this.#recovered = 0));
    hls.on('hlsError', (_, error) => {
      if (!error.fatal) return;
      if (error.type === 'mediaError' && this.#recovered++ < 2) hls.recoverMediaError();
      else if (error.type === 'networkError' && this.#recovered++ < 5) setTimeout(() => hls.startLoad(), 1000 * this.#recovered);
      else this.#fail('The recording does not load. Reload the page to try again.');
    });
    hls.loadSource(url);
    hls.attachMedia(this.#video);
  }

  /** @param {string} url of the WebVTT file */
  async picture(url) {
    try {
      const answer = await fetch(url);
      if (answer.ok) this.#tiles = tiles(await answer.text());
      this.#folder = url.slice(0, url.lastIndexOf('/') + 1);
    } catch {
      // it seeks without pictures
    }
  }

  #follow() {
    this.#video.addEventListener('timeupdate', () => this.#show());
    this.#video.addEventListener('durationchange', () => {
      if (Number.isFinite(this.#video.duration)) this.#duration = this.#video.duration;
      this.#seek.max = String(this.#duration);
      part('#length', HTMLElement, this.#frame).textContent = clock(this.#duration);
    });
    for (const type of ['playing', 'seeked', 'pause', 'loadeddata']) this.#video.addEventListener(type, () => this.#state('playing'));
    this.#video.addEventListener('waiting', () => this.#state('buffering'));
  }

  #show() {
    const { currentTime } = this.#video;
    part('#position', HTMLElement, this.#frame).textContent = clock(currentTime);
    if (this.#seek.matches(':active')) return;
    this.#seek.value = String(currentTime);
    this.#seek.setAttribute('aria-valuetext', `${clock(currentTime)} of ${clock(this.#duration)}`);
    this.#seek.style.setProperty('--played', String(currentTime / (this.#duration || 1)));
  }

  #scrub() {
    this.#seek.addEventListener('input', () => {
      this.seek(Number(this.#seek.value));
      this.#seek.style.setProperty('--played', String(Number(this.#seek.value) / (this.#duration || 1)));
      this.#look(Number(this.#seek.value));
    });
    this.#seek.addEventListener('pointermove', (event) => {
      const bar = this.#seek.getBoundingClientRect();
      this.#look(Math.min(1, Math.max(0, (event.clientX - bar.left) / bar.width)) * this.#duration);
    });
    for (const type of ['pointerleave', 'blur', 'change']) this.#seek.addEventListener(type, () => (this.#preview.hidden = true));
  }

  /** @param {number} time in seconds */
  #look(time) {
    const tile = tileAt(this.#tiles, time);
    const picture = part('.seek-picture', HTMLElement, this.#preview);
    picture.hidden = !tile;
    if (tile) {
      picture.style.backgroundImage = `url("${this.#folder}${encodeURIComponent(tile.file)}")`;
      picture.style.backgroundPosition = `-${tile.x}px -${tile.y}px`;
      picture.style.inlineSize = `${tile.width}px`;
      picture.style.blockSize = `${tile.height}px`;
    }
    part('.seek-time', HTMLElement, this.#preview).textContent = clock(time);
    this.#preview.hidden = false;
    const half = this.#preview.offsetWidth / 2;
    const at = (time / (this.#duration || 1)) * this.#seek.offsetWidth;
    this.#preview.style.insetInlineStart = `${Math.min(Math.max(at, half), this.#seek.offsetWidth - half)}px`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const on = event.target;
    const busy = on instanceof HTMLElement && (on.isContentEditable || on.matches('input, textarea, select'));
    if (busy || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = STEPS[/** @type {'j'} */ (event.key)];
    if (step) this.seek(this.time + step);
    else if (event.key === 'Home') this.seek(0);
    else if (event.key === 'End') this.seek(this.#duration);
    else if (/^[0-9]$/.test(event.key)) this.seek((this.#duration * Number(event.key)) / 10);
    else return;
    event.preventDefault();
  }

  /** @param {string} text */
  #fail(text) {
    this.#hls?.destroy();
    this.#hls = null;
    this.#state('buffering');
    part('.spinner', HTMLElement, this.#frame).hidden = true;
    part('[data-note]', HTMLElement, this.#frame).textContent = text;
  }

  /** @param {'playing' | 'paused' | 'buffering'} state */
  #state(state) {
    this.#frame.dataset.state = state;
    part('[data-note]', HTMLElement, this.#frame).textContent = state === 'buffering' ? 'Buffering…' : '';
  }
}

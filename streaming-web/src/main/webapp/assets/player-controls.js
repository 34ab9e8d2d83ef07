// What the viewer presses: buttons, the volume, and keys. The video itself is the player's.

import { behind, part } from './wording.js';

const REMEMBERED = 'streaming.sound';
const IDLE_AFTER = 2500;

export class Controls {
  #frame;
  #video;
  #player;
  #rewind;
  #volume;
  #unmute;
  #idle = 0;

  /**
   * @param {HTMLElement} frame
   * @param {HTMLVideoElement} video
   * @param {import('./player.js').Player} player
   * @param {import('./rewind.js').Rewind} rewind
   */
  constructor(frame, video, player, rewind) {
    this.#frame = frame;
    this.#video = video;
    this.#player = player;
    this.#rewind = rewind;
    this.#volume = part('.volume', HTMLInputElement, frame);
    this.#unmute = part('.unmute', HTMLButtonElement, frame);
    this.#recall();
    this.#press();
    this.#follow();
    this.#fade();
    document.addEventListener('keydown', (event) => this.#key(event));
    setInterval(() => this.#lag(), 500);
  }

  #press() {
    this.#frame.addEventListener('click', (event) => {
      const button = event.target instanceof Element && event.target.closest('[data-act]');
      if (button instanceof HTMLElement) this.act(button.dataset.act ?? '');
    });
    this.#video.addEventListener('click', (event) => {
      // a tap shows the controls, a click pauses
      if (/** @type {PointerEvent} */ (event).pointerType !== 'touch') this.act('play');
    });
    this.#video.addEventListener('dblclick', () => this.act('full'));
    this.#volume.addEventListener('input', () => {
      this.#video.volume = Number(this.#volume.value);
      this.#video.muted = this.#video.volume === 0;
      this.#remember();
    });
    part('[data-act="pip"]', HTMLElement, this.#frame).hidden = !document.pictureInPictureEnabled;
  }

  /** @param {string} what */
  act(what) {
    if (what === 'play') this.#video.paused ? this.#player.play() : this.#video.pause();
    if (what === 'mute' || what === 'unmute') this.#sound(this.#video.muted);
    if (what === 'edge') this.#player.toLiveEdge();
    if (what === 'full') this.#full();
    if (what === 'pip') this.#pip();
  }

  /** @param {boolean} loud */
  #sound(loud) {
    this.#video.muted = !loud;
    if (loud && this.#video.volume === 0) this.#video.volume = 0.5;
    this.#remember();
  }

  async #full() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else if (this.#frame.requestFullscreen) await this.#frame.requestFullscreen();
    else /** @type {any} */ (this.#video).webkitEnterFullscreen?.(); // iPhones know it for the video alone
  }

  async #pip() {
    try {
      if (document.pictureInPictureElement) await document.exitPictureInPicture();
      else await this.#video.requestPictureInPicture();
    } catch {
      // no picture yet
    }
  }

  /** Keeps the buttons true to the video, whoever changed it: we, the browser, or a media key. */
  #follow() {
    const show = () => {
      const { paused, muted, volume } = this.#video;
      this.#frame.toggleAttribute('data-paused', paused);
      this.#frame.toggleAttribute('data-muted', muted);
      part('[data-act="play"]', HTMLElement, this.#frame).ariaLabel = paused ? 'Play' : 'Pause';
      part('[data-act="mute"]', HTMLElement, this.#frame).ariaLabel = muted ? 'Unmute sound' : 'Mute';
      this.#volume.value = String(muted ? 0 : volume);
      if (!muted) this.#frame.removeAttribute('data-forced-mute');
      this.#unmute.hidden = !muted || !this.#frame.hasAttribute('data-forced-mute');
    };
    for (const type of ['play', 'pause', 'volumechange', 'playing', 'emptied']) this.#video.addEventListener(type, show);
    show();
  }

  /** Hides the controls when a playing video is left alone. */
  #fade() {
    const awake = () => {
      this.#frame.removeAttribute('data-idle');
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => {
        const busy = this.#video.paused || this.#frame.querySelector('.controls :is(:focus-visible, :hover)');
        if (!busy) this.#frame.setAttribute('data-idle', '');
      }, IDLE_AFTER);
    };
    for (const type of ['pointermove', 'pointerdown', 'focusin', 'keydown']) this.#frame.addEventListener(type, awake);
    this.#video.addEventListener('play', awake);
    this.#video.addEventListener('pause', awake);
  }

  #lag() {
    const { latency } = this.#player;
    part('[data-lag]', HTMLElement, this.#frame).textContent = Number.isFinite(latency) ? (latency < 60 ? `${latency.toFixed(1)} s` : behind(latency)) : '';
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const on = event.target;
    const writing = on instanceof HTMLElement && (on.isContentEditable || on.matches('input:not([type="range"]), textarea, select'));
    if (writing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const onSlider = on instanceof HTMLInputElement;
    const space = event.key === ' ' && !(on instanceof Element && on.closest('button, a, summary, [role="log"]'));
    if (event.key === 'k' || space) this.act('play');
    else if (event.key === 'm') this.act('mute');
    else if (event.key === 'f') this.act('full');
    else if (event.key === 'ArrowLeft' && !onSlider) this.#rewind.move(-1);
    else if (event.key === 'ArrowRight' && !onSlider) this.#rewind.move(1);
    else return;
    event.preventDefault();
  }

  #recall() {
    try {
      const { volume = 1, muted = false } = JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}');
      this.#video.volume = Math.min(1, Math.max(0, Number(volume)));
      this.#video.muted = Boolean(muted);
    } catch {
      // as the browser has it
    }
  }

  #remember() {
    try {
      const { volume, muted } = this.#video;
      localStorage.setItem(REMEMBERED, JSON.stringify({ volume, muted }));
    } catch {
      // it lasts for this page
    }
  }
}

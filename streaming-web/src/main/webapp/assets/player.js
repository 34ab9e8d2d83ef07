// The player: starts and stops with the stream, stays close to the live edge, and gets over stalls by itself.

import { Controls } from './player-controls.js';
import { Quality } from './quality.js';
import { Rewind } from './rewind.js';
import { part } from './wording.js';

/** @typedef {import('../../types/hls').HlsInstance} HlsInstance */

const LIVE_PACE = 1.3; // at most, to come back to the live edge after a stall
const LIBRARY = './vendor/hls.js-1.7.4/hls.light.min.js';
const NATIVE = 'application/vnd.apple.mpegurl';
const CONFIG = {
  liveSyncDurationCount: 1.5,
  liveSyncOnStallIncrease: 0.3, // seconds further behind after each stall; hls.js would add a whole one
  maxLiveSyncPlaybackRate: LIVE_PACE,
  maxBufferLength: 10,
  backBufferLength: 8,
  liveDurationInfinity: true,
  // a stream that has just begun has no playlist for a moment: asking again is ours, in the pace we choose
  manifestLoadPolicy: { default: { maxTimeToFirstByteMs: 5000, maxLoadTimeMs: 8000, timeoutRetry: null, errorRetry: null } },
};
const INTERRUPTED = 'The stream is interrupted. It goes on here as soon as it is back.';
const LATELY = 4; // segments that tell how long the next one is
const NUDGE_AFTER = 3;
const REBUILD_EVERY = 8;
const TOO_FAR_BEHIND = 12;
const AT_EDGE = 4;

export class Player {
  #video;
  #frame;
  #note;
  /** @type {HlsInstance | null} */
  #hls = null;
  #live = false;
  #startedAt = '';
  #interrupted = false;
  #generation = 0;
  #failures = 0;
  #retry = 0;
  #lastTime = -1;
  #resting = false;
  #catchUp = false;
  #frozen = 0;
  #dvr;
  #ending = false;
  #quality;
  /** Whether the viewer is behind because they want to be. */
  rewound = false;
  pace = 1;

  /**
   * @param {HTMLElement} frame
   * @param {string} url of the HLS playlist
   * @param {number} dvr seconds that viewers may go back
   */
  constructor(frame, url, dvr) {
    this.#dvr = dvr;
    this.#frame = frame;
    this.#video = part('video', HTMLVideoElement, frame);
    this.#note = part('[data-note]', HTMLElement, frame);
    new Controls(frame, this.#video, this, new Rewind(frame, this));
    this.#quality = new Quality(part('.quality', HTMLSelectElement, frame), url, () => this.#live && this.#start());
    this.#video.addEventListener('playing', () => this.#state('playing'));
    this.#video.addEventListener('waiting', () => this.#frame.dataset.state === 'playing' && this.#state('buffering'));
    this.#video.addEventListener('pause', () => this.#rest());
    this.#video.addEventListener('play', () => this.#resumed());
    this.#video.addEventListener('error', () => this.#hls || this.#again());
    this.#video.addEventListener('ended', () => this.#live || this.#stop('offline'));
    setInterval(() => this.#watch(), 1000);
  }

  /**
   * @param {boolean} live
   * @param {string} startedAt tells one broadcast from the next
   */
  show(live, startedAt) {
    const other = startedAt !== '' && this.#startedAt !== '' && startedAt !== this.#startedAt;
    if (live === this.#live && !other) return;
    this.#live = live;
    this.#startedAt = live ? startedAt : '';
    this.#failures = 0;
    this.#ending = !live && this.#frame.dataset.state === 'playing' && !this.#video.paused;
    // who is behind sees the rest of it: it has an end now
    if (live) this.#start();
    else if (!this.#ending) this.#stop('offline');
    else if (!this.rewound) this.#stopIn(Math.min(this.latency || 0, AT_EDGE));
  }

  /**
   * What came until now is shown, and no more: an encoder elsewhere may send on.
   * @param {number} seconds
   */
  #stopIn(seconds) {
    const generation = this.#generation;
    setTimeout(() => generation === this.#generation && this.#ending && this.#stop('offline'), seconds * 1000);
  }

  /**
   * The encoder is gone for a while, or has come back.
   * @param {boolean} interrupted
   */
  interrupted(interrupted) {
    if (interrupted === this.#interrupted) return;
    this.#interrupted = interrupted;
    this.#frozen = 0;
    this.#state(/** @type {'playing'} */ (this.#frame.dataset.state));
  }

  /** Seconds behind the live edge; NaN where unknown. */
  get latency() {
    if (this.#hls) return this.#hls.levels.length > 0 ? this.#hls.latency : NaN;
    const { seekable, currentTime } = this.#video;
    return seekable.length > 0 ? seekable.end(seekable.length - 1) - currentTime : NaN;
  }

  /** Seconds to the end of what there is; unlike the latency, it knows of a seek at once. */
  get behind() {
    const { seekable, currentTime } = this.#video;
    return seekable.length > 0 ? seekable.end(seekable.length - 1) - currentTime : 0;
  }

  /** Seconds that one may go back now. */
  get window() {
    const { seekable } = this.#video;
    return seekable.length > 0 ? Math.min(this.#dvr, seekable.end(seekable.length - 1) - seekable.start(0)) : 0;
  }

  /**
   * Goes to so many seconds behind the live edge.
   * @param {number} behind
   */
  seek(behind) {
    const { seekable } = this.#video;
    if (behind < AT_EDGE || seekable.length === 0) {
      this.toLiveEdge();
      return;
    }
    this.rewound = true;
    this.#video.currentTime = seekable.end(seekable.length - 1) - behind;
    if (this.#video.paused) this.play();
  }

  /**
   * How fast to play what is not live any more.
   * @param {number} pace
   */
  setPace(pace) {
    this.pace = pace;
    if (this.#hls) this.#hls.config.maxLiveSyncPlaybackRate = pace === 1 ? LIVE_PACE : 1; // else hls.js sets its own
    this.#video.playbackRate = pace;
  }

  toLiveEdge() {
    this.#arrive();
    const { seekable } = this.#video;
    const edge = this.#hls ? this.#hls.liveSyncPosition : seekable.length > 0 ? seekable.end(seekable.length - 1) - 2 : null;
    if (edge !== null && edge > this.#video.currentTime) this.#video.currentTime = edge;
    if (this.#video.paused) this.play();
  }

  async play() {
    try {
      await this.#video.play();
    } catch (refusal) {
      if (!(refusal instanceof DOMException) || refusal.name !== 'NotAllowedError' || this.#video.muted) return;
      // browsers start sound only after a click: start silent, and offer the sound
      this.#video.muted = true;
      this.#frame.toggleAttribute('data-forced-mute', true);
      this.#video.play().catch(() => {});
    }
  }

  async #start() {
    this.#stop('connecting');
    const generation = this.#generation;
    const [url] = await Promise.all([this.#quality.address(), globalThis.Hls || import(LIBRARY).catch(() => {})]);
    if (generation !== this.#generation) return;
    if (globalThis.Hls?.isSupported()) {
      this.#attach(globalThis.Hls, url);
    } else if (this.#video.canPlayType(NATIVE)) {
      this.#video.src = url;
    } else if (globalThis.Hls) {
      this.#say('This browser cannot play the stream.');
      return;
    } else {
      this.#again(); // the library itself did not come
      return;
    }
    this.play();
  }

  /**
   * @param {import('../../types/hls').HlsConstructor} Hls
   * @param {string} url
   */
  #attach(Hls, url) {
    const hls = new Hls(CONFIG);
    this.#hls = hls;
    this.#quality.follow(hls);
    hls.on('hlsFragBuffered', () => (this.#failures = 0));
    let first = true;
    let synced = NaN;
    hls.on('hlsLevelLoaded', (_, { details }) => {
      // what is over already is the broadcast before: the first picture of this one is still on its way
      if (first && this.#live && hls === this.#hls && !details.live) this.#again();
      first = false;
      // the playlist is long, and its target duration is that of its longest segment, which may be minutes old
      const behind = CONFIG.liveSyncDurationCount * Math.max(...details.fragments.slice(-LATELY).map(({ duration }) => duration));
      if (Math.abs(behind - synced) > 0.1 || Number.isNaN(synced)) hls.targetLatency = synced = behind;
    });
    hls.on('hlsLevelUpdated', () => {
      if (this.#catchUp) this.#afterPause(); // only now it is known where the edge is
      this.#catchUp = false;
    });
    hls.on('hlsError', (_, error) => {
      if (!error.fatal || hls !== this.#hls) return;
      // that may end at any time: the page knows what it takes
      if (error.response?.code === 401 || error.response?.code === 403) this.#frame.dispatchEvent(new Event('refused'));
      if (error.type === 'mediaError' && this.#failures++ < 2) hls.recoverMediaError();
      else this.#again();
    });
    hls.loadSource(url);
    hls.attachMedia(this.#video);
  }

  /** Builds it anew after a while, for as long as the stream is live. */
  #again() {
    if (!this.#live) return;
    const pause = Math.min(5000, 400 * 1.5 ** this.#failures++) * (0.75 + Math.random() / 2);
    if (this.#failures > 1) this.#state('connecting');
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#live && !this.#pausedByViewer() && this.#start(), pause);
  }

  #pausedByViewer() {
    return this.#video.paused && this.#video.currentTime > 0;
  }

  /** @param {'offline' | 'connecting'} state */
  #stop(state) {
    this.#generation++;
    clearTimeout(this.#retry);
    if (state === 'offline') this.#quality.stop();
    this.#hls?.destroy();
    this.#hls = null;
    if (this.#video.hasAttribute('src')) {
      this.#video.removeAttribute('src');
      this.#video.load();
    }
    this.#resting = false;
    this.#catchUp = false;
    this.#ending = false;
    this.#arrive();
    this.#frozen = 0;
    this.#lastTime = -1;
    delete this.#frame.dataset.latency;
    this.#frame.removeAttribute('data-at-edge');
    this.#state(state);
  }

  #arrive() {
    this.rewound = false;
    if (this.pace !== 1) this.setPace(1);
  }

  /** Nobody watches: no traffic. */
  #rest() {
    if (!this.#video.paused) return; // a late word of the picture before: it plays again already
    this.#resting = this.#hls !== null;
    this.#hls?.stopLoad();
  }

  #resumed() {
    if (this.#hls) {
      if (this.#resting) this.#hls.startLoad(-1);
      this.#catchUp = this.#resting;
      this.#resting = false;
    } else if (this.#live && !this.#video.src) {
      this.#start();
    } else if (this.latency > Math.max(AT_EDGE, this.#dvr)) {
      this.toLiveEdge();
    }
  }

  /** Goes on where the viewer paused, while that is still there. */
  #afterPause() {
    const behind = (this.#hls?.liveSyncPosition ?? 0) - this.#video.currentTime;
    if (behind > this.#dvr) this.toLiveEdge();
    else this.rewound = behind > AT_EDGE;
  }

  /** Once a second: tells the latency, and notices a picture that stands still though it should not. */
  #watch() {
    if (!this.#live && !this.#ending) return;
    const { currentTime, paused } = this.#video;
    const { latency } = this;
    if (paused && currentTime === 0 && this.#hls) this.play(); // nobody paused it, it never began
    if (Number.isFinite(latency)) this.#frame.dataset.latency = latency.toFixed(1);
    this.#frame.toggleAttribute('data-at-edge', !paused && latency < AT_EDGE);
    if (this.rewound && this.behind < AT_EDGE) this.#arrive();
    if (paused || currentTime !== this.#lastTime) {
      this.#lastTime = currentTime;
      this.#frozen = 0;
      if (!paused && !this.rewound && !this.#ending && latency > this.#farthest()) this.toLiveEdge();
      return;
    }
    this.#frozen++;
    if (this.#ending && this.#frozen >= 2) this.#stop('offline');
    if (this.#frozen >= 2 && this.#frame.dataset.state === 'playing') this.#state('buffering');
    if (this.#interrupted || !this.#live) return; // nothing comes, and what came was seen
    if (this.#frozen % REBUILD_EVERY === 0) this.#start();
    else if (this.#frozen === NUDGE_AFTER && this.#hls && this.#hls.levels.length > 0) {
      this.#hls.startLoad(-1);
      this.toLiveEdge();
    }
  }

  /** Seconds behind the live edge that are not borne: more where an encoder elsewhere makes long segments. */
  #farthest() {
    return Math.max(TOO_FAR_BEHIND, 2 * (this.#hls?.targetLatency ?? 0));
  }

  /** @param {'offline' | 'connecting' | 'playing' | 'buffering'} state */
  #state(state) {
    this.#frame.dataset.state = state;
    const waiting = state === 'connecting' || state === 'buffering';
    this.#say(waiting ? (this.#interrupted ? INTERRUPTED : state === 'connecting' ? 'Connecting…' : 'Buffering…') : '');
  }

  /** @param {string} text */
  #say(text) {
    if (this.#note.textContent !== text) this.#note.textContent = text;
  }
}

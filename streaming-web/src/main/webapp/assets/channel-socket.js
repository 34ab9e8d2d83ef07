// One WebSocket that keeps itself open: reconnects with jittered backoff, pings, and hands on each event by its type.

const PROTOCOL = 'streaming.v1';
const FIRST_DELAY = 400;
const LONGEST_DELAY = 15_000;
const PING_EVERY = 20_000;
const ANSWER_WITHIN = 10_000;

/**
 * Full jitter, so that a restarted server is not met by all of its viewers at once.
 * @param {number} attempt counted from 0
 * @param {() => number} [random]
 */
export function backoff(attempt, random = Math.random) {
  const ceiling = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** attempt);
  return ceiling / 4 + random() * ceiling * 0.75;
}

/** Fires a `state` event ('connecting', 'open' or 'waiting' in `detail`) and one event per event of the server. */
export class LiveSocket extends EventTarget {
  /** @type {WebSocket | null} */
  #socket = null;
  #attempt = 0;
  #retry = 0;
  #ping = 0;
  #patience = 0;
  #closed = false;

  /** @param {string} path such as `/ws/channels/ana` */
  constructor(path) {
    super();
    this.url = new URL(path, location.href);
    this.url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    addEventListener('online', () => this.#hurry());
    document.addEventListener('visibilitychange', () => document.hidden || this.#hurry());
    // a page kept for "back" holds no connection, and takes it up again
    addEventListener('pagehide', () => this.close());
    addEventListener('pageshow', (event) => event.persisted && this.open());
  }

  open() {
    this.#closed = false;
    clearTimeout(this.#retry);
    this.#say('connecting');
    const socket = new WebSocket(this.url, PROTOCOL);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#say('open');
      this.#askAlive(); // a connection that is dead from the start must not look open until the first interval
      this.#ping = setInterval(() => this.#askAlive(), PING_EVERY);
    });
    socket.addEventListener('message', (message) => {
      this.#attempt = 0;
      clearTimeout(this.#patience);
      this.#patience = 0;
      this.#receive(message.data);
    });
    socket.addEventListener('close', () => socket === this.#socket && this.#lost());
  }

  #lost() {
    this.#forget();
    this.#say('waiting');
    this.#retry = setTimeout(() => this.open(), backoff(this.#attempt++));
  }

  /** A network may die without a word; a server that lives answers a ping at once. */
  #askAlive() {
    this.send({ type: 'ping' });
    this.#patience ||= setTimeout(() => this.#lost(), ANSWER_WITHIN);
  }

  #forget() {
    clearTimeout(this.#patience);
    clearInterval(this.#ping);
    this.#patience = 0;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#forget();
  }

  /**
   * @param {object} frame
   * @returns {boolean} whether it went out
   */
  send(frame) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /**
   * @template {keyof import('../../types/events').ServerEvents} T
   * @param {T} type
   * @param {(event: import('../../types/events').ServerEvents[T]) => void} listener
   */
  on(type, listener) {
    this.addEventListener(type, (event) => listener(/** @type {CustomEvent} */ (event).detail));
    return this;
  }

  /** @param {string} text */
  #receive(text) {
    /** @type {{events?: {type: string}[]}} */
    const frame = JSON.parse(text);
    for (const event of frame.events ?? []) this.dispatchEvent(new CustomEvent(event.type, { detail: event }));
  }

  /** @param {string} state */
  #say(state) {
    this.dispatchEvent(new CustomEvent('state', { detail: state }));
  }

  /** The network or the reader is back: no reason to wait out a long delay. */
  #hurry() {
    if (this.#closed || this.#socket) return;
    this.#attempt = 0;
    this.open();
  }
}

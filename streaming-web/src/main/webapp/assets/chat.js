// The chat: shows the lines in the order of their numbers, fetches what was missed, and says what the visitor writes.

import { element, part, tone } from './wording.js';

/** @typedef {import('../../types/events').ChatLine} ChatLine */

const MOST_LINES = 300;
const LONGEST_LINE = 500;
const PAGE = 100;
const NEAR_BOTTOM = 48;

export class Chat {
  #log = part('#chat-log', HTMLElement);
  #list = part('#chat-log ol', HTMLElement);
  #newer = part('#chat-newer', HTMLButtonElement);
  #state = part('#chat-state', HTMLElement);
  /** @type {ChatLine[]} */
  #arrived = [];
  #lastSeq = 0;
  #sent = 0;
  #you = '';
  /** Lines of ours that the server has not confirmed, by ref. @type {Map<string, {text: string, row: HTMLElement}>} */
  #pending = new Map();
  #form = document.querySelector('#chat-form');

  /**
   * @param {import('./channel-socket.js').LiveSocket} socket
   * @param {string} channel
   * @param {string} you empty for anonymous readers
   */
  constructor(socket, channel, you) {
    this.socket = socket;
    this.channel = channel;
    this.#you = you;
    // what is there on joining is history, and not read out
    this.#log.setAttribute('aria-live', 'off');
    this.#listen();
    this.#newer.addEventListener('click', () => this.#toBottom());
    this.#log.addEventListener('scroll', () => this.#atBottom() && (this.#newer.hidden = true), { passive: true });
    new ResizeObserver(() => this.#newer.hidden && this.#toBottom()).observe(this.#log);
    if (this.#form instanceof HTMLFormElement) this.#writable(this.#form);
  }

  #listen() {
    this.socket
      .on('state', (state) => {
        this.#state.textContent = state === 'open' ? '' : state === 'connecting' ? 'Connecting…' : 'Reconnecting…';
      })
      .on('hello', (hello) => this.#joined(hello.seq))
      .on('chat', (line) => this.#arrive([line]))
      .on('gap', ({ from, to }) => this.#fetch(from - 1, to))
      .on('deleted', ({ id }) => {
        const text = this.#list.querySelector(`[data-id="${CSS.escape(String(id))}"] .text`);
        if (text) text.textContent = '(removed by a moderator)';
      })
      .on('error', ({ detail, ref }) => this.#refused(detail, ref));
  }

  /**
   * Asks for what was missed, then says again what was on its way when the connection broke.
   * @param {number} seq the number of the channel's last line
   */
  async #joined(seq) {
    const known = Math.min(this.#lastSeq, seq);
    this.#lastSeq = known;
    if (seq > known && (known > 0 || this.#pending.size > 0)) await this.#fetch(Math.max(known, seq - MOST_LINES), seq);
    setTimeout(() => this.#log.setAttribute('aria-live', 'polite'), 1000);
    for (const [ref, line] of this.#pending) this.socket.send({ type: 'say', text: line.text, ref });
  }

  /**
   * @param {number} after
   * @param {number} to
   */
  async #fetch(after, to) {
    try {
      while (after < to) {
        const query = new URLSearchParams({ after: String(after), limit: String(Math.min(PAGE, to - after)) });
        const answer = await fetch(`/api/channels/${encodeURIComponent(this.channel)}/chat?${query}`);
        if (!answer.ok) return;
        /** @type {{items: ChatLine[]}} */
        const { items } = await answer.json();
        if (items.length === 0) return;
        this.#arrive(items);
        this.#show();
        after = Math.max(...items.map((line) => line.seq));
      }
    } catch {
      // the network is away again: the next hello asks anew
    }
  }

  /** @param {ChatLine[]} lines */
  #arrive(lines) {
    if (this.#arrived.length === 0) queueMicrotask(() => this.#show());
    this.#arrived.push(...lines);
  }

  /** Shows all that came in one frame at once: one layout, however many lines. */
  #show() {
    if (this.#arrived.length === 0) return;
    const stick = this.#atBottom();
    for (const line of this.#arrived) {
      this.#settle(line.ref ?? this.#refOf(line));
      if (!this.#list.querySelector(`[data-seq="${line.seq}"]`)) this.#place(line);
      this.#lastSeq = Math.max(this.#lastSeq, line.seq);
    }
    this.#arrived = [];
    const most = stick ? MOST_LINES : MOST_LINES * 3; // who reads old lines keeps them
    while (this.#list.childElementCount > most) this.#list.firstElementChild?.remove();
    if (stick) this.#toBottom();
    else this.#newer.hidden = false;
  }

  /** @param {ChatLine} line */
  #place(line) {
    const row = this.#row(line.from, line.text);
    row.dataset.seq = String(line.seq);
    row.dataset.id = String(line.id);
    row.title = new Date(line.at).toLocaleTimeString();
    let before = this.#list.lastElementChild;
    while (before instanceof HTMLElement && Number(before.dataset.seq ?? Infinity) > line.seq) {
      before = before.previousElementSibling;
    }
    if (before) before.after(row);
    else this.#list.prepend(row);
  }

  /**
   * @param {string} from
   * @param {string} text
   */
  #row(from, text) {
    const row = element('li', from === this.#you ? 'mine' : '');
    const name = element('span', 'from', from);
    name.dataset.tone = tone(from);
    row.append(name, element('span', 'text', text));
    return row;
  }

  #atBottom() {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    return scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
  }

  #toBottom() {
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#newer.hidden = true;
  }

  /** @param {HTMLFormElement} form */
  #writable(form) {
    const field = part('#chat-text', HTMLInputElement, form);
    const left = part('#chat-left', HTMLElement, form);
    const count = () => {
      const room = LONGEST_LINE - field.value.length;
      left.textContent = room <= 80 ? `${room} left` : '';
      left.classList.toggle('over', room <= 0);
    };
    field.addEventListener('input', () => {
      count();
      this.#complain('');
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#say(field.value.trim())) field.value = '';
      count();
      field.focus();
    });
  }

  /**
   * @param {string} text
   * @returns {boolean} whether the field may be cleared
   */
  #say(text) {
    if (!text) return true;
    const ref = `${Date.now().toString(36)}-${++this.#sent}`;
    if (!this.socket.send({ type: 'say', text, ref })) {
      this.#complain('Not connected. Your line stays here: send it again in a moment.');
      return false;
    }
    this.#complain('');
    const row = this.#row(this.#you, text);
    row.classList.add('pending');
    this.#pending.set(ref, { text, row });
    this.#list.append(row);
    this.#toBottom();
    return true;
  }

  /** @param {string | undefined} ref */
  #settle(ref) {
    if (!ref) return;
    this.#pending.get(ref)?.row.remove();
    this.#pending.delete(ref);
  }

  /**
   * History bears no refs: a line of ours that it has, word for word, was stored before the connection broke.
   * @param {ChatLine} line
   */
  #refOf(line) {
    if (line.from !== this.#you || line.seq <= this.#lastSeq) return undefined;
    return [...this.#pending].find(([, pending]) => pending.text === line.text)?.[0];
  }

  /**
   * @param {string} detail
   * @param {string} [ref]
   */
  #refused(detail, ref) {
    const refused = ref ? this.#pending.get(ref) : undefined;
    if (refused) {
      this.#settle(ref);
      const field = document.querySelector('#chat-text');
      if (field instanceof HTMLInputElement && !field.value) field.value = refused.text;
    }
    this.#complain(detail);
  }

  /** @param {string} text */
  #complain(text) {
    const error = document.querySelector('#chat-error');
    if (error && error.textContent !== text) error.textContent = text;
    document.querySelector('#chat-text')?.setAttribute('aria-invalid', String(text !== ''));
  }
}

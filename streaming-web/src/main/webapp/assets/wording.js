// What several widgets say in the same words. The server's pages say it in the same ones (streaming.web.page).

/** @param {number} count */
export function viewers(count) {
  return count === 1 ? '1 viewer' : `${count} viewers`;
}

/** @param {number} count */
export function followers(count) {
  return count === 1 ? '1 follower' : `${count} followers`;
}

/**
 * @param {number | undefined} mean missing while nobody has rated
 * @param {number} ratings
 */
export function rating(mean, ratings) {
  return mean === undefined ? 'Not rated yet' : `${mean.toFixed(1)} of 5 stars by ${ratings}`;
}

/**
 * @param {string | null | undefined} startedAt an instant in ISO-8601
 * @param {number} [now] milliseconds since the epoch
 * @returns {string} how long it has been on, such as "3 h 5 min"; empty where it is unknown
 */
export function since(startedAt, now = Date.now()) {
  const started = Date.parse(startedAt ?? '');
  if (Number.isNaN(started)) return '';
  const minutes = Math.max(0, Math.floor((now - started) / 60_000));
  if (minutes < 1) return 'just started';
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/**
 * How the sending to another server does.
 * @param {{state: string, since?: string, trouble?: string, nextTryAt?: string}} of
 * @param {number} [now] milliseconds since the epoch
 */
export function restream({ state, since: began, trouble = '', nextTryAt }, now = Date.now()) {
  if (state === 'off') return 'Off';
  if (state === 'connecting') return trouble ? `Connecting again. Last time: ${trouble}` : 'Connecting…';
  if (state === 'sending') return `Sending, ${since(began, now)}`;
  if (state !== 'waiting') return 'Sent whenever you are live';
  const seconds = Math.max(0, Math.floor((Date.parse(nextTryAt ?? '') - now) / 1000)) || 0;
  return `${trouble} Next try in ${seconds} s.`;
}

/**
 * One of twelve hues, always the same for a name.
 * @param {string} name
 */
export function tone(name) {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(31, hash) + name.charCodeAt(i)) | 0;
  return String(((hash % 12) + 12) % 12);
}

/**
 * Makes an element; its text is only ever text.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, className = '', text = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/**
 * Finds what the page must have.
 * @template {Element} T
 * @param {string} selector
 * @param {new (...args: any[]) => T} type
 * @param {ParentNode} [within]
 * @returns {T}
 */
export function part(selector, type, within = document) {
  const found = within.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page lacks ${selector}`);
  return found;
}

/** @param {string} tag */
export function tagLink(tag) {
  const link = element('a', 'tag', tag);
  link.href = `/browse?tag=${encodeURIComponent(tag)}`;
  return link;
}

/**
 * A length of time, in minutes and seconds.
 * @param {number} seconds
 */
export function behind(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

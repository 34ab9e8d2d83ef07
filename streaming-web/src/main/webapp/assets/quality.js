// Which quality the viewer wants, and where it is: a menu that is there while there is a choice.
//
// A stream has its source at once, and its other qualities some seconds later, if at all: a master playlist names those
// that flow. What plays already goes on until the viewer chooses, or the player begins anew: nothing jumps by itself.

/** @typedef {import('../../types/hls').HlsInstance} HlsInstance */
/** @typedef {{name: string, url: string, height: number, bandwidth: number}} Rendition */

const REMEMBERED = 'streaming.quality';
const AUTO = 'auto';
const AUDIO = 'audio';
const OWN = /^\/live\/[^/]+\/index\.m3u8$/;
const FIRST_LOOK = 6000;
const LATER = 2;
const RAREST = 120_000;

/**
 * What a master playlist names (RFC 8216 §4.3.4.2), the best first, the sound alone last.
 * @param {string} playlist
 * @returns {Rendition[]}
 */
export function renditions(playlist) {
  const lines = playlist.split(/\r?\n/);
  return lines
    .flatMap((line, i) => {
      if (!line.startsWith('#EXT-X-STREAM-INF:')) return [];
      const url = lines[i + 1] ?? '';
      const name = url.split('/').at(-2) ?? '';
      const height = Number(/RESOLUTION=\d+x(\d+)/.exec(line)?.[1] ?? 0);
      return [{ name, url, height, bandwidth: Number(/BANDWIDTH=(\d+)/.exec(line)?.[1] ?? 0) }];
    })
    .sort((one, other) => other.height - one.height || other.bandwidth - one.bandwidth);
}

/** @param {Rendition} rendition */
export function label({ name, height }) {
  if (name === AUDIO) return 'Audio only';
  return name === 'source' ? `${height}p (source)` : `${height}p`;
}

export class Quality {
  #source;
  #master;
  #reload;
  #menu;
  /** @type {Rendition[]} */
  #renditions = [];
  #wanted = recall();
  /** What plays: the master playlist, the source's or the sound's own. */
  #address = '';
  /** @type {HlsInstance | null} */
  #hls = null;
  #look = 0;
  #pause = FIRST_LOOK;

  /**
   * @param {HTMLSelectElement} menu
   * @param {string} source address of the stream as its encoder sends it
   * @param {() => void} reload plays anew, from what address() says then
   */
  constructor(menu, source, reload) {
    this.#menu = menu;
    this.#source = source;
    this.#master = source.replace(/index\.m3u8$/, 'master.m3u8');
    this.#reload = reload;
    menu.addEventListener('change', () => this.choose(menu.value));
  }

  /** Where to play from now: asked whenever the player begins anew. */
  async address() {
    await this.#ask();
    const wanted = this.#renditions.find(({ name }) => name === this.#wanted);
    if (wanted && (wanted.name === AUDIO || !chosenByScript())) this.#address = wanted.url;
    else this.#address = this.#renditions.length > 1 ? this.#master : this.#source;
    this.#lookLater();
    return this.#address;
  }

  /**
   * The player has made a new instance, which loads what address() said.
   * @param {HlsInstance} hls
   */
  follow(hls) {
    this.#hls = hls;
    hls.on('hlsManifestParsed', () => hls === this.#hls && this.#apply());
  }

  /** @param {string} name of a rendition, or "auto" */
  choose(name) {
    this.#wanted = name;
    remember(name);
    this.#show();
    const elsewhere = this.#address !== this.#master || name === AUDIO || !chosenByScript();
    if (elsewhere) this.#reload();
    else this.#apply();
  }

  /** The stream is over: nobody looks for its qualities. */
  stop() {
    clearTimeout(this.#look);
    this.#hls = null;
    this.#pause = FIRST_LOOK;
    this.#renditions = [];
    this.#show();
  }

  /** Among the levels of the master playlist, without a break; what is not there is the browser's to choose. */
  #apply() {
    const hls = this.#hls;
    if (!hls || this.#address !== this.#master) return;
    hls.nextLevel = hls.levels.findIndex(({ url }) => String(url).includes(`/${this.#wanted}/`)); // -1 is "auto"
  }

  async #ask() {
    if (!OWN.test(this.#source)) return; // an encoder that serves its own HLS has its qualities there
    try {
      const answer = await fetch(this.#master, { credentials: 'same-origin', signal: AbortSignal.timeout(3000) });
      this.#renditions = answer.ok ? renditions(await answer.text()) : [];
    } catch {
      this.#renditions = [];
    }
    this.#show();
  }

  /** Until there is a choice; ever more rarely, and not all viewers at one moment. */
  #lookLater() {
    clearTimeout(this.#look);
    if (this.#renditions.length > 1 || !OWN.test(this.#source)) return;
    this.#look = setTimeout(async () => {
      await this.#ask();
      this.#pause = Math.min(RAREST, this.#pause * LATER);
      if (this.#renditions.some(({ name }) => name === this.#wanted && name !== 'source')) this.#reload();
      else this.#lookLater();
    }, this.#pause * (0.75 + Math.random() / 2));
  }

  #show() {
    const known = this.#renditions.some(({ name }) => name === this.#wanted);
    const options = this.#renditions.length > 1 ? this.#renditions.map((one) => new Option(label(one), one.name)) : [];
    this.#menu.replaceChildren(new Option('Auto', AUTO), ...options);
    this.#menu.value = known ? this.#wanted : AUTO;
    this.#menu.hidden = options.length === 0;
  }
}

/** Old iPhones play HLS by themselves, and choose by themselves. */
function chosenByScript() {
  return 'MediaSource' in globalThis || 'ManagedMediaSource' in globalThis;
}

function recall() {
  try {
    return localStorage.getItem(REMEMBERED) ?? AUTO;
  } catch {
    return AUTO;
  }
}

/** @param {string} name */
function remember(name) {
  try {
    localStorage.setItem(REMEMBERED, name);
  } catch {
    // it lasts for this page
  }
}

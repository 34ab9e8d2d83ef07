// Going back in a running stream: a slider over the window that is kept, and a faster pace to come back.

import { behind, part } from './wording.js';

const SHORTEST = 10; // a window that is shorter is not worth a slider
const PACES = [1, 1.25, 1.5, 2];
const STEP = 10;

export class Rewind {
  #frame;
  #player;
  #slider;
  #pace;
  #dragged = false;

  /**
   * @param {HTMLElement} frame
   * @param {import('./player.js').Player} player
   */
  constructor(frame, player) {
    this.#frame = frame;
    this.#player = player;
    this.#slider = part('.rewind', HTMLInputElement, frame);
    this.#pace = part('[data-act="pace"]', HTMLButtonElement, frame);
    this.#slider.addEventListener('input', () => {
      this.#dragged = true;
      this.#tell(-Number(this.#slider.value));
    });
    this.#slider.addEventListener('change', () => {
      this.#dragged = false;
      this.#player.seek(-Number(this.#slider.value));
    });
    this.#pace.addEventListener('click', () => this.#player.setPace(PACES[(PACES.indexOf(this.#player.pace) + 1) % PACES.length]));
    setInterval(() => this.#show(), 500);
  }

  /**
   * Goes back, or forth.
   * @param {number} steps
   */
  move(steps) {
    const { window, behind } = this.#player;
    if (window < SHORTEST) return;
    this.#player.seek(Math.max(0, Math.min(window, behind - steps * STEP)));
    this.#show();
  }

  #show() {
    const { window, latency, pace, rewound } = this.#player;
    this.#slider.hidden = !(window >= SHORTEST);
    this.#pace.hidden = !rewound;
    this.#pace.textContent = `${pace}×`;
    this.#pace.ariaLabel = `Speed ${pace}`;
    this.#frame.toggleAttribute('data-rewound', rewound);
    if (this.#slider.hidden || this.#dragged || !Number.isFinite(latency)) return;
    this.#slider.min = String(-Math.floor(window));
    this.#slider.value = String(rewound ? -latency : 0);
    this.#tell(rewound ? latency : 0);
  }

  /** @param {number} seconds */
  #tell(seconds) {
    this.#slider.ariaValueText = seconds < 1 ? 'Live' : `${behind(seconds)} behind live`;
    this.#slider.title = this.#slider.ariaValueText;
    this.#slider.style.setProperty('--played', `${100 * (1 - seconds / Math.max(1, -Number(this.#slider.min)))}%`);
  }
}

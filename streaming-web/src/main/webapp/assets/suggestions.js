// Search fields that suggest while one types: comboboxes with a list (WAI-ARIA 1.2). Without this script they just search.

import { element, part } from './wording.js';

/** @typedef {{kind: 'channel' | 'category' | 'tag', text: string, note: string, href: string}} Suggestion */

const PAUSE = 150; // milliseconds, while somebody types
const KINDS = { channel: 'Channel', category: 'Category', tag: 'Tag' };

/**
 * Which option is active after an arrow key; -1 is the field itself.
 * @param {number} active
 * @param {1 | -1} step
 * @param {number} count
 */
export function moved(active, step, count) {
  const places = count + 1;
  return ((active + 1 + step + places) % places) - 1;
}

/** @param {number} count */
export function said(count) {
  if (count === 0) return 'No suggestions';
  return count === 1 ? '1 suggestion' : `${count} suggestions`;
}

class SearchField {
  #input;
  #list;
  #said;
  #active = -1;
  #timer = 0;
  #asked = '';

  /** @param {HTMLElement} box */
  constructor(box) {
    this.#input = part('input', HTMLInputElement, box);
    this.#list = part('ul', HTMLUListElement, box);
    this.#said = part('[role="status"]', HTMLElement, box);
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.#list.id };
    for (const [name, value] of Object.entries(attributes)) this.#input.setAttribute(name, value);
    this.#list.setAttribute('role', 'listbox');
    this.#input.addEventListener('input', () => this.#later());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('blur', () => this.#close());
    // pressed, not clicked: the click would come after the field has lost the focus and closed the list
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const option = event.target instanceof Element && event.target.closest('[data-href]');
      if (option instanceof HTMLElement) location.assign(option.dataset.href ?? '/');
    });
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const text = this.#input.value.trim();
    this.#asked = text;
    if (text === '') {
      this.#close();
      return;
    }
    try {
      const answer = await fetch(`/api/suggestions?q=${encodeURIComponent(text)}`);
      const { items } = answer.ok ? await answer.json() : { items: [] };
      if (this.#asked === text && document.activeElement === this.#input) this.#show(items);
    } catch {
      this.#close(); // the field searches without
    }
  }

  /** @param {Suggestion[]} items */
  #show(items) {
    this.#list.replaceChildren(...items.map((item, i) => this.#option(item, i)));
    this.#activate(-1);
    this.#list.hidden = items.length === 0;
    this.#input.setAttribute('aria-expanded', String(items.length > 0));
    this.#said.textContent = said(items.length);
  }

  /**
   * @param {Suggestion} item
   * @param {number} number
   */
  #option(item, number) {
    const option = element('li', 'suggestion');
    option.id = `${this.#list.id}-${number}`;
    option.setAttribute('role', 'option');
    option.dataset.href = item.href;
    option.append(element('strong', '', item.text), ' ', element('span', 'suggestion-note', item.note), ' ', element('small', '', KINDS[item.kind]));
    return option;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const count = this.#list.childElementCount;
    if (event.key === 'Escape' && !this.#list.hidden) {
      this.#close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      this.#list.hidden = false;
      this.#input.setAttribute('aria-expanded', 'true');
      this.#activate(moved(this.#active, event.key === 'ArrowDown' ? 1 : -1, count));
    } else if (event.key === 'Enter' && this.#active >= 0) {
      location.assign(/** @type {HTMLElement} */ (this.#list.children[this.#active]).dataset.href ?? '/');
    } else {
      return;
    }
    event.preventDefault();
  }

  /** @param {number} number */
  #activate(number) {
    this.#active = number;
    [...this.#list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === number)));
    if (number < 0) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', `${this.#list.id}-${number}`);
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked = '';
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#activate(-1);
  }
}

if (globalThis.document) {
  for (const box of document.querySelectorAll('[data-suggestions]')) {
    if (box instanceof HTMLElement) new SearchField(box);
  }
}

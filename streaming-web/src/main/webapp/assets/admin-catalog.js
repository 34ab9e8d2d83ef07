// The tables of categories and tags: asks what a thing is to be called, or to be merged into, and says it by name.

import { part } from './wording.js';

/** The remote commands of the page are its globals. @type {any} */
const page = globalThis;
const key = part('#key', HTMLInputElement);
const act = part('#act', HTMLInputElement);
const value = part('#value', HTMLInputElement);
const dialog = part('#ask', HTMLDialogElement);
const asked = part('#ask-value', HTMLInputElement);

/** @type {Record<string, {title: (name: string) => string, label: string, hint: string, yes: string}>} */
const QUESTIONS = {
  add: { title: () => 'Add a category', label: 'Name', hint: 'Its address is made of the name, and stays.', yes: 'Add' },
  rename: { title: (name) => `Rename ${name}`, label: 'New name', hint: 'Channels keep it.', yes: 'Rename' },
  merge: {
    title: (name) => `Merge ${name}`,
    label: 'Into',
    hint: 'A name of this table; of a category, the small one. All channels change over, for good.',
    yes: 'Merge',
  },
};
let pressed = '';

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('button[data-act]');
  if (!(button instanceof HTMLButtonElement)) return;
  key.value = button.dataset.key ?? '';
  act.value = button.dataset.act ?? '';
  value.value = '';
  pressed = button.getAttribute('aria-label') ?? '';
  const question = QUESTIONS[act.value];
  if (!question) {
    page.changeEntry();
    return;
  }
  part('#ask-title', HTMLElement).textContent = question.title(button.dataset.name ?? '');
  part('#ask-label', HTMLElement).textContent = question.label;
  part('#ask-hint', HTMLElement).textContent = question.hint;
  part('#ask-yes', HTMLElement).textContent = question.yes;
  asked.value = act.value === 'rename' ? (button.dataset.name ?? '') : '';
  dialog.returnValue = '';
  dialog.showModal();
  asked.select();
});

part('#ask-cancel', HTMLButtonElement).addEventListener('click', () => dialog.close(''));

dialog.addEventListener('close', () => {
  if (dialog.returnValue !== 'yes') return;
  value.value = asked.value;
  page.changeEntry();
});

// the button was drawn anew, or has become its opposite
page.entryChanged = () => {
  const opposite = pressed.startsWith('Hide ') ? pressed.replace('Hide', 'Show') : pressed.replace('Show', 'Hide');
  const buttons = [...document.querySelectorAll('button[data-act]')];
  const again = buttons.find((button) => [pressed, opposite].includes(button.getAttribute('aria-label') ?? ''));
  if (again instanceof HTMLElement) again.focus();
};

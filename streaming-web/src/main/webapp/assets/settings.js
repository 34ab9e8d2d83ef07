// The settings page: showing and copying the stream key, and asking before it is replaced.

import { part } from './wording.js';

const say = part('#settings-say', HTMLElement);

/**
 * @param {HTMLElement} button
 * @param {string} text
 */
function flash(button, text) {
  const label = button.textContent;
  button.textContent = text;
  say.textContent = text;
  setTimeout(() => (button.textContent = label), 1600);
}

for (const button of document.querySelectorAll('button[data-show]')) {
  if (!(button instanceof HTMLButtonElement)) continue;
  const field = part(`#${button.dataset.show}`, HTMLInputElement);
  button.addEventListener('click', () => {
    const shown = field.type === 'text';
    field.type = shown ? 'password' : 'text';
    button.textContent = shown ? 'Show' : 'Hide';
    button.setAttribute('aria-pressed', String(!shown));
  });
}

for (const button of document.querySelectorAll('button[data-copy]')) {
  if (!(button instanceof HTMLButtonElement)) continue;
  const field = part(`#${button.dataset.copy}`, HTMLInputElement);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      flash(button, 'Copied');
    } catch {
      // only secure origins may write to the clipboard: leave it selected for Ctrl-C
      field.type = 'text';
      field.select();
      flash(button, 'Press Ctrl-C');
    }
  });
}

for (const field of document.querySelectorAll('input[readonly]')) {
  if (field instanceof HTMLInputElement) field.addEventListener('focus', () => field.select());
}

for (const button of document.querySelectorAll('[data-confirm]')) {
  if (!(button instanceof HTMLButtonElement)) continue;
  const dialog = part(`#${button.dataset.confirm}`, HTMLDialogElement);
  button.addEventListener('click', (event) => {
    if (dialog.returnValue === 'yes') return;
    event.preventDefault();
    dialog.returnValue = '';
    dialog.showModal();
  });
  dialog.addEventListener('close', () => dialog.returnValue === 'yes' && button.click());
}

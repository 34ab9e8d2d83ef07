// The accounts' table: asks before what hurts, and says whom by name, because rows move while one reads them.

import { part } from './wording.js';

/** The remote commands of the page are its globals. @type {any} */
const page = globalThis;
const username = part('#username', HTMLInputElement);
const change = part('#change', HTMLInputElement);
const dialog = part('#confirm', HTMLDialogElement);
let pressed = '';

/** @param {string} text @param {string} yes */
function ask(text, yes) {
  part('#confirm-name', HTMLElement).textContent = username.value;
  part('#confirm-text', HTMLElement).textContent = text;
  part('#confirm-yes', HTMLElement).textContent = yes;
  dialog.returnValue = '';
  dialog.showModal();
}

/** The roles of the row's account once this one is switched. @param {HTMLElement} button */
function rolesWith(button) {
  const row = /** @type {HTMLElement} */ (button.closest('[data-roles-of]'));
  return [...row.querySelectorAll('button')]
    .filter((other) => (other.ariaPressed === 'true') !== (other === button))
    .map((other) => other.dataset.role)
    .join(' ');
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('button');
  if (!button) return;
  const { role, account } = button.dataset;
  if (role) {
    username.value = /** @type {HTMLElement} */ (button.closest('[data-roles-of]')).dataset.rolesOf ?? '';
    change.value = rolesWith(button) || 'viewer';
    pressed = button.id;
    if (role === 'admin' && button.ariaPressed !== 'true') ask('will be able to do everything here.', 'Make admin');
    else page.changeAccount();
  } else if (account) {
    username.value = account;
    change.value = button.dataset.change ?? '';
    pressed = button.id;
    if (change.value === 'deactivate') ask('can no longer sign in, chat or go live. A stream that is live now is cut.', 'Deactivate');
    else page.changeAccount();
  }
});

dialog.addEventListener('close', () => {
  if (dialog.returnValue === 'yes') page.changeAccount();
});

// the button was drawn anew, or has become its opposite
page.accountChanged = () => {
  const opposite = pressed.startsWith('de') ? pressed.slice(2) : `de${pressed}`;
  (document.getElementById(pressed) ?? document.getElementById(opposite))?.focus();
};

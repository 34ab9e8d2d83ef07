// The channels' table: asks before a ban, and says whom by name, because rows move while the table refreshes itself.

import { part } from './wording.js';

/** The remote commands of the page are its globals. @type {any} */
const page = globalThis;
const owner = part('#owner', HTMLInputElement);
const dialog = part('#ban-dialog', HTMLDialogElement);

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('button');
  if (!button) return;
  const { ban, lift } = button.dataset;
  owner.value = ban ?? lift ?? owner.value;
  if (lift) page.liftBan();
  if (ban) {
    part('#ban-name', HTMLElement).textContent = ban;
    dialog.returnValue = '';
    dialog.showModal();
  }
});

dialog.addEventListener('close', () => {
  if (dialog.returnValue === 'yes') page.banOwner();
  // the button that opened it may have been drawn anew meanwhile
  document.getElementById(`ban-${owner.value}`)?.focus();
});

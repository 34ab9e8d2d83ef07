// The channels' table: asks before a ban, and says whom by name, because rows move while the table refreshes itself.

import { part } from './wording.js';

/** PrimeFaces and its remote commands are globals of the page. @type {any} */
const page = globalThis;

/** @param {string} name */
function choose(name) {
  part('#owner', HTMLInputElement).value = name;
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('button');
  if (!button) return;
  const { ban, lift } = button.dataset;
  if (ban) {
    choose(ban);
    part('#ban-name', HTMLElement).textContent = ban;
    page.PF('banDialog').show();
  } else if (lift) {
    choose(lift);
    page.liftBan();
  } else if (button.id === 'ban-yes') {
    page.PF('banDialog').hide();
    page.banOwner();
  } else if (button.id === 'ban-no') {
    page.PF('banDialog').hide();
  }
});

// Who may watch: shows the fields of what is chosen, and times at the place of who looks at them.

import './schedule.js';

/**
 * Which of the choices' fields are shown.
 * @param {Iterable<HTMLElement>} fields each of the choice that its data-for names
 * @param {string | undefined} chosen
 */
export function showFields(fields, chosen) {
  for (const field of fields) field.hidden = field.dataset.for !== chosen;
}

if (globalThis.document) {
  const access = /** @type {HTMLFormElement} */ (document.querySelector('#access'));
  const fields = /** @type {NodeListOf<HTMLElement>} */ (access.querySelectorAll('[data-for]'));
  const show = () => showFields(fields, new FormData(access).get('visibility')?.toString());
  access.addEventListener('change', show);
  show();

  const grant = /** @type {HTMLFormElement} */ (document.querySelector('#grant'));
  grant.addEventListener('submit', () => {
    const until = /** @type {HTMLInputElement} */ (grant.querySelector('[name="expiresAt"]'));
    const west = /** @type {HTMLInputElement} */ (grant.querySelector('[name="minutesWestOfUtc"]'));
    // of that day, not of today: summer time may begin in between
    west.value = String(new Date(until.value).getTimezoneOffset() || 0);
  });
}

// Times of a schedule, at the place of who looks at them.

/**
 * @param {string} instant in ISO-8601
 * @param {string} [locale] as Intl has it; the browser's by default
 * @param {string} [timeZone] the browser's by default
 */
export function local(instant, locale, timeZone) {
  return new Date(instant).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
}

if (globalThis.document) {
  for (const time of document.querySelectorAll('time[data-local]')) {
    if (time instanceof HTMLTimeElement) time.textContent = local(time.dateTime);
  }
  const form = document.querySelector('#plan');
  form?.addEventListener('submit', () => {
    const start = /** @type {HTMLInputElement} */ (form.querySelector('[name="startsAt"]'));
    const west = /** @type {HTMLInputElement} */ (form.querySelector('[name="minutesWestOfUtc"]'));
    // of that day, not of today: summer time may begin in between
    west.value = String(new Date(start.value).getTimezoneOffset() || 0);
  });
}

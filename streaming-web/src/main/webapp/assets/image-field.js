// Fields for images: says at once what is too large to send, and shows what was chosen.

import { part } from './wording.js';

/** @param {HTMLInputElement} field */
function show(field) {
  const file = field.files?.[0];
  const error = part(`#${field.id}-error`, HTMLElement);
  const most = Number(field.dataset.maxBytes);
  const tooLarge = file !== undefined && file.size > most;
  error.textContent = tooLarge ? `This has ${megabytes(file.size)} MB: choose an image of at most ${megabytes(most)} MB.` : '';
  field.setAttribute('aria-invalid', String(tooLarge));
  if (tooLarge) field.value = '';
  else if (file && field.dataset.preview) preview(file, part(`#${field.dataset.preview}`, HTMLImageElement));
}

/** @param {number} bytes */
function megabytes(bytes) {
  return Math.ceil(bytes / 100_000) / 10;
}

/**
 * @param {File} file
 * @param {HTMLImageElement} image
 */
function preview(file, image) {
  const reader = new FileReader();
  reader.addEventListener('load', () => (image.src = String(reader.result)));
  reader.readAsDataURL(file); // the page's policy allows data:, not blob:
}

for (const field of document.querySelectorAll('input[type="file"]')) {
  if (field instanceof HTMLInputElement) field.addEventListener('change', () => show(field));
}

// Passkeys: signs in with one, or makes one (WebAuthn Level 3). The form that the button is in carries the answer.

import { part } from './wording.js';

/** Ends the offer beside the name field: a button was pressed. */
const pressed = new AbortController();

/** Milliseconds after which a challenge is asked for anew; the server takes it for five minutes. */
const FRESH = 4 * 60_000;

/** @param {string} address */
async function options(address) {
  const response = await fetch(address, { method: 'POST' });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

/** @param {string} address */
async function make(address) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await options(address));
  return navigator.credentials.create({ publicKey });
}

/**
 * @param {string} address
 * @param {CredentialRequestOptions} [more]
 */
async function use(address, more) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await options(address));
  return navigator.credentials.get({ publicKey, ...more });
}

/**
 * @param {HTMLButtonElement} button
 * @param {Credential | null} credential
 */
function send(button, credential) {
  const form = button.form;
  if (!form || !(credential instanceof PublicKeyCredential)) return;
  part('input[name="credential"]', HTMLInputElement, form).value = JSON.stringify(credential.toJSON());
  form.requestSubmit(button);
}

/**
 * @param {HTMLButtonElement} button
 * @param {unknown} fault
 */
function explain(button, fault) {
  const text =
    fault instanceof DOMException && fault.name === 'InvalidStateError'
      ? 'This device has a passkey for you already.'
      : 'No passkey came of it. Try again, or go another way.';
  part('[data-passkey-error]', HTMLElement, button.form ?? document).textContent = text;
}

/** @param {HTMLButtonElement} button */
function wire(button) {
  const address = button.dataset.passkey ?? '';
  const makes = button.value === 'add-passkey';
  let answered = false;
  button.hidden = false;
  button.addEventListener('click', async (event) => {
    if (answered) return;
    event.preventDefault();
    pressed.abort();
    try {
      const credential = await (makes ? make(address) : use(address));
      answered = true;
      send(button, credential);
    } catch (fault) {
      explain(button, fault);
    }
  });
}

/**
 * Offers the passkeys of this device where the name is typed.
 * @param {HTMLButtonElement} button
 */
async function offerBesideName(button) {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  while (!pressed.signal.aborted) {
    const signal = AbortSignal.any([pressed.signal, AbortSignal.timeout(FRESH)]);
    try {
      send(button, await use(button.dataset.passkey ?? '', { mediation: 'conditional', signal }));
      return;
    } catch {
      if (!signal.aborted) return; // nobody took the offer: the button is there
    }
  }
}

if ('PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential) {
  for (const hint of document.querySelectorAll('[data-passkey-missing]')) hint.remove();
  for (const button of document.querySelectorAll('button[data-passkey]')) {
    if (!(button instanceof HTMLButtonElement)) continue;
    wire(button);
    if (button.dataset.autofill) offerBesideName(button);
  }
}

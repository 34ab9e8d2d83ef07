// The captcha: tells ALTCHA's widget, which the page loads before this, where the worker is that does our kind of work.

const widget = /** @type {{algorithms: Map<string, () => Worker>}} */ (Reflect.get(globalThis, '$altcha'));
widget.algorithms.set('SHA-256', () => new Worker('/assets/vendor/altcha-3.2.2/sha.js'));

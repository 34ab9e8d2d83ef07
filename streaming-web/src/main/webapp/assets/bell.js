// The bell in the header: how much is unread, as the socket tells it on every page of somebody who is signed in.

import { LiveSocket } from './channel-socket.js';
import { part } from './wording.js';

const bell = part('#bell', HTMLElement);
const badge = part('.bell-count', HTMLElement, bell);

/** @param {number} count */
function show(count) {
  badge.textContent = count > 99 ? '99+' : String(count);
  badge.hidden = count === 0;
  bell.setAttribute('aria-label', count === 0 ? 'Notifications' : `Notifications, ${count} unread`);
}

new LiveSocket('/ws/notifications').on('unread', ({ count }) => show(count)).open();

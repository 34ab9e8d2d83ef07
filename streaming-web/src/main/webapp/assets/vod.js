// The page of a recording: its player, and the marks of a clip.

import { VodPlayer } from './vod-player.js';
import { part } from './wording.js';

const LONGEST_CLIP = 60;
const page = part('#content', HTMLElement);
const { hls = '', storyboard = '', duration = '0' } = page.dataset;
const player = new VodPlayer(part('#player-frame', HTMLElement), Number(duration));
const asked = Number(new URLSearchParams(location.search).get('t'));

if (hls) player.load(hls, asked > 0 && asked < Number(duration) ? asked : 0);
if (storyboard) player.picture(storyboard);

const form = document.querySelector('#clip');
if (form) {
  const [start, end] = ['start', 'end'].map((name) => part(`#${name}`, HTMLInputElement));
  for (const field of [start, end]) Object.assign(field, { step: '0.1', min: '0', max: duration });
  for (const button of form.querySelectorAll('button[data-mark]')) {
    if (!(button instanceof HTMLButtonElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const now = player.time;
      (button.dataset.mark === 'start' ? start : end).value = now.toFixed(1);
      // the other mark follows where both would not be a clip
      if (button.dataset.mark === 'start' && !(Number(end.value) > now && Number(end.value) <= now + LONGEST_CLIP)) {
        end.value = Math.min(now + 30, Number(duration)).toFixed(1);
      } else if (button.dataset.mark === 'end' && !(start.value && Number(start.value) < now && Number(start.value) >= now - LONGEST_CLIP)) {
        start.value = Math.max(0, now - 30).toFixed(1);
      }
    });
  }
}

// The list of one's recordings: how far each is, while one looks.

const list = document.querySelector('#recordings');
const PERIOD = 3000;
const MOVING = ['recording', 'waiting', 'remuxing'];

/** @returns {HTMLElement[]} */
function moving() {
  return [...(list?.querySelectorAll('li') ?? [])].filter((row) => MOVING.includes(row.dataset.state ?? ''));
}

async function look() {
  const rows = moving();
  if (rows.length === 0 || document.hidden) return;
  const answer = await fetch(`/api/channels/${encodeURIComponent(/** @type {HTMLElement} */ (list).dataset.channel ?? '')}/recordings?size=50`);
  if (!answer.ok) return;
  /** @type {{id: string, state: string, progress?: number}[]} */
  const items = (await answer.json()).items;
  for (const row of rows) {
    const now = items.find((item) => item.id === row.dataset.id);
    if (!now || now.state !== row.dataset.state) {
      // another state has other buttons; who is typing is not disturbed
      if (!document.activeElement?.matches('input, select, summary, details *')) location.reload();
      return;
    }
    const bar = row.querySelector('progress');
    if (!bar || now.progress === undefined) continue;
    bar.value = now.progress;
    const state = row.querySelector('.row-state');
    if (state) state.textContent = `Being prepared, ${now.progress} %`;
  }
}

setInterval(() => look().catch(() => {}), PERIOD);

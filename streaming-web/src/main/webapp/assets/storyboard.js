// The pictures of the seek bar: which one is for when. They are in one file; WebVTT says where.

/** @typedef {{start: number, end: number, file: string, x: number, y: number, width: number, height: number}} Tile */

const CUE = /^([\d:.]+) --> ([\d:.]+)\n(.+)#xywh=(\d+),(\d+),(\d+),(\d+)$/;

/**
 * @param {string} vtt
 * @returns {Tile[]}
 */
export function tiles(vtt) {
  return vtt
    .replaceAll('\r\n', '\n')
    .split(/\n\n+/)
    .flatMap((cue) => {
      const found = CUE.exec(cue.trim());
      if (!found) return [];
      const [x, y, width, height] = found.slice(4).map(Number);
      return [{ start: seconds(found[1]), end: seconds(found[2]), file: found[3], x, y, width, height }];
    });
}

/**
 * @param {Tile[]} all in order
 * @param {number} time in seconds
 * @returns {Tile | undefined} the last one that has begun by then
 */
export function tileAt(all, time) {
  return all.findLast((tile) => tile.start <= time) ?? all[0];
}

/** @param {string} text such as "01:02:03.400" */
function seconds(text) {
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/**
 * @param {number} time in seconds
 * @returns {string} such as "1:02:03", or "2:03"
 */
export function clock(time) {
  const whole = Math.max(0, Math.floor(time));
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

// A line that moves to the left: the last values of something, drawn into an SVG with a path for the line and one for
// what is beneath it.

import { part } from './wording.js';

/** @typedef {{at: number, value: number}} Point */

/**
 * Where the points are in a box, as the data of an SVG path. Time runs to the right edge, zero is at the bottom.
 * @param {Point[]} points the earliest first
 * @param {{now: number, span: number, most: number, width: number, height: number}} box
 */
export function line(points, { now, span, most, width, height }) {
  const coordinates = points.map(({ at, value }) => {
    const x = width * (1 - (now - at) / span);
    const y = height * (1 - value / most);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return coordinates.length === 0 ? '' : `M${coordinates.join('L')}`;
}

/**
 * The least of 1, 2 or 5 times a power of ten that is above the value: the top of the scale.
 * @param {number} value
 */
export function scale(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top > value) ?? 10 * power;
}

export class Plot {
  /** @type {Point[]} */
  #points = [];

  /**
   * @param {SVGSVGElement} svg
   * @param {number} span how much time it shows, in milliseconds
   */
  constructor(svg, span) {
    this.span = span;
    this.box = svg.viewBox.baseVal;
    this.line = part('.plot-line', SVGPathElement, svg);
    this.area = part('.plot-area', SVGPathElement, svg);
  }

  /**
   * @param {number} value
   * @param {number} [now]
   * @returns {number} the top of the scale
   */
  add(value, now = Date.now()) {
    this.#points = this.#points.filter(({ at }) => at > now - this.span);
    this.#points.push({ at: now, value });
    const most = scale(Math.max(...this.#points.map((point) => point.value)));
    const { width, height } = this.box;
    const drawn = line(this.#points, { now, span: this.span, most, width, height });
    const start = width * (1 - (now - this.#points[0].at) / this.span);
    this.line.setAttribute('d', drawn);
    this.area.setAttribute('d', `${drawn}V${height}H${start.toFixed(1)}Z`);
    return most;
  }

  clear() {
    this.#points = [];
    this.line.setAttribute('d', '');
    this.area.setAttribute('d', '');
  }
}

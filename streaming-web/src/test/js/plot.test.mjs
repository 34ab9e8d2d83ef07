import assert from 'node:assert/strict';
import { test } from 'node:test';

import { line, scale } from '../../main/webapp/assets/plot.js';

const box = { now: 10_000, span: 10_000, most: 100, width: 300, height: 80 };

test('the newest point is at the right edge, and zero at the bottom', () => {
  const points = [{ at: 5000, value: 50 }, { at: 10_000, value: 0 }];

  assert.equal(line(points, box), 'M150.0,40.0L300.0,80.0');
});

test('nothing is drawn of nothing', () => {
  assert.equal(line([], box), '');
});

test('the scale ends at a round number above the highest value', () => {
  assert.deepEqual([0, 7, 464, 2000, 5999].map(scale), [1, 10, 500, 5000, 10_000]);
});

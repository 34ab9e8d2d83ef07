import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, tileAt, tiles } from '../../main/webapp/assets/storyboard.js';

const VTT = `WEBVTT

00:00:00.000 --> 00:00:02.040
storyboard.jpg#xywh=0,0,160,90

00:00:02.040 --> 01:00:00.000
storyboard.jpg#xywh=160,0,160,90
`;

test('reads which picture is for when', () => {
  assert.deepEqual(tiles(VTT)[1], { start: 2.04, end: 3600, file: 'storyboard.jpg', x: 160, y: 0, width: 160, height: 90 });
  assert.equal(tiles(VTT).length, 2);
  assert.deepEqual(tiles('nonsense'), []);
});

test('shows the last picture that has begun', () => {
  const all = tiles(VTT);
  assert.equal(tileAt(all, 0)?.x, 0);
  assert.equal(tileAt(all, 2.1)?.x, 160);
  assert.equal(tileAt(all, 99999)?.x, 160);
  assert.equal(tileAt([], 1), undefined);
});

test('says a time as people write it', () => {
  assert.equal(clock(0), '0:00');
  assert.equal(clock(65.9), '1:05');
  assert.equal(clock(3723), '1:02:03');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind, restream, since, tone, viewers } from '../../main/webapp/assets/wording.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');

test('counts in words', () => {
  assert.equal(viewers(0), '0 viewers');
  assert.equal(viewers(1), '1 viewer');
});

test('says how long', () => {
  assert.equal(since('2026-03-01T11:59:01Z', NOW), 'just started');
  assert.equal(since('2026-03-01T11:01:00Z', NOW), '59 min');
  assert.equal(since('2026-02-28T09:55:00Z', NOW), '26 h 5 min');
});

test('says how far behind', () => {
  assert.equal(behind(4.4), '0:04');
  assert.equal(behind(119.6), '2:00');
});

test('says nothing of what is not on', () => {
  assert.equal(since(null, NOW), '');
  assert.equal(since('', NOW), '');
});

test('gives a name the tone that the server gives it', () => {
  // the same names and tones are in WordingTest
  assert.deepEqual(['benw', 'ana', 'offline_olga'].map(tone), ['8', '4', '7']);
});

test('says how the sending to another server does, as the server does', () => {
  const trouble = 'Nothing listens at this address.';
  const nextTryAt = '2026-03-01T12:00:09.500Z';
  assert.equal(restream({ state: 'off' }), 'Off');
  assert.equal(restream({ state: 'idle' }), 'Sent whenever you are live');
  assert.equal(restream({ state: 'connecting' }), 'Connecting…');
  assert.equal(restream({ state: 'connecting', trouble }), `Connecting again. Last time: ${trouble}`);
  assert.equal(restream({ state: 'sending', since: '2026-03-01T11:58:00Z' }, NOW), 'Sending, 2 min');
  assert.equal(restream({ state: 'waiting', trouble, nextTryAt }, NOW), `${trouble} Next try in 9 s.`);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { local } from '../../main/webapp/assets/schedule.js';

test('says when it is at the place of who looks', () => {
  assert.match(local('2026-03-01T20:00:00Z', 'en-GB', 'Europe/Berlin'), /1 Mar 2026.* 21:00/);
});

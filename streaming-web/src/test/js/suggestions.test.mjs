import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved, said } from '../../main/webapp/assets/suggestions.js';

test('arrows go through the options and back to the field', () => {
  assert.equal(moved(-1, 1, 3), 0);
  assert.equal(moved(2, 1, 3), -1);
  assert.equal(moved(-1, -1, 3), 2);
  assert.equal(moved(0, -1, 3), -1);
});

test('says how many there are', () => {
  assert.equal(said(0), 'No suggestions');
  assert.equal(said(1), '1 suggestion');
  assert.equal(said(5), '5 suggestions');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytes, idOf } from '../../main/webapp/assets/push.js';

test('reads a key in Base64url', () => {
  assert.deepEqual([...bytes('BP_-AA')], [4, 255, 254, 0]);
});

test('knows a browser by the hash of its endpoint', async () => {
  assert.equal(await idOf('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

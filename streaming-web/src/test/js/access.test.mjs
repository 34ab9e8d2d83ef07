import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showFields } from '../../main/webapp/assets/access.js';

test('shows the fields of what is chosen alone', () => {
  const fields = [
    { dataset: { for: 'password' }, hidden: false },
    { dataset: { for: 'role' }, hidden: true },
  ];

  showFields(fields, 'role');

  assert.deepEqual(
    fields.map((field) => field.hidden),
    [true, false],
  );
});

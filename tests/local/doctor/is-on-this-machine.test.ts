import { expect, test } from 'vitest';
import { isOnThisMachine } from '../../../local/doctor/is-on-this-machine.ts';

test.each(['http://127.0.0.1:8025', 'http://127.0.0.1', 'http://localhost:9000/way', 'https://localhost'])(
  '%s leads to this machine',
  (url) => expect(isOnThisMachine(url)).toBe(true),
);

test.each([
  undefined,
  '',
  'localhost',
  'https://shop.example.com',
  'https://127.0.0.1.example.com',
  'https://localhost.example.com',
  'https://example.com/127.0.0.1',
  'https://127.0.0.1@example.com',
])('%s does not', (url) => expect(isOnThisMachine(url)).toBe(false));

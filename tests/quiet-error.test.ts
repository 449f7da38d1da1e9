import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { AppError } from '../functions/errors.ts';
import { quietError } from '../functions/quiet-error.ts';

const address = 'ada.private@example.com';
const bodies = [
  `{"query": "${address}`,
  `{"a":${address}}`,
  `{"a":\n    at ${address}`,
  `${address}`,
  `{"a": 1}\n    at ${address} (x.js:1:1)`,
];

function syntaxError(body: string): Error {
  try {
    return JSON.parse(body);
  } catch (error) {
    // What body-parser adds.
    return Object.assign(error as Error, { body, status: 400, type: 'entity.parse.failed' });
  }
}

test.each(bodies)('an error and its stack are one line that does not say what the body was: %j', (body) => {
  const error = syntaxError(body);
  expect(inspect(error)).toContain('ada');
  for (const quiet of [quietError(error), quietError(error.stack)]) {
    expect(quiet).toMatch(/^SyntaxError: message withheld, because it may quote a request at JSON\.parse .*$/);
    expect(quiet).not.toContain('ada');
  }
});

test('an error of ours keeps its message, and loses its cause', () => {
  const error = new AppError('OVERLOADED', 'Later.', { cause: new Error(address) });
  for (const quiet of [quietError(error), quietError(error.stack)]) {
    expect(quiet).toContain('AppError: Later.\n    at ');
    expect(quiet).not.toContain(address);
  }
});

test('an error without a message or frames is printed by its name', () => {
  const error = new TypeError(address);
  error.stack = undefined;
  expect(quietError(error)).toBe('TypeError: message withheld, because it may quote a request');
});

test('what is no error is printed as it is', () => {
  const line = JSON.stringify({ severity: 'ERROR', message: 'Error: x', stack: '    at y (z.js:1:1)' });
  for (const value of [line, 'Could not load the function, shutting down.', 'Error: it failed', 42, null, { a: 1 }]) {
    expect(quietError(value)).toBe(value);
  }
});

import { expect, test } from 'vitest';
import { roleArgument } from '../../local/role-argument.ts';
import { startArguments } from '../../local/start-arguments.ts';

test('the weekly run is left out only with --no-run', () => {
  expect(startArguments([])).toEqual({ run: true });
  expect(startArguments(['--no-run'])).toEqual({ run: false });
  expect(() => startArguments(['--norun'])).toThrow(/npm start -- --no-run/);
});

test.each(['editor', 'operator', 'admin'])('the role %s can be granted to an address', (role) => {
  expect(roleArgument(['you@example.com', role])).toEqual({ email: 'you@example.com', role });
});

test.each([
  [['ada@elsewhere.example', 'owner'], /role must be one of editor, operator, admin/],
  [['ada', 'operator'], /must be an e-mail address/],
  [['ada@elsewhere.example'], /whom, and what/],
  [[], /whom, and what/],
  [['ada@elsewhere.example', 'operator', 'admin'], /whom, and what/],
])('%j is refused with what would be right, and the address is not repeated', (args, message) => {
  expect(() => roleArgument(args)).toThrow(message);
  expect(() => roleArgument(args)).not.toThrow(/elsewhere/);
});

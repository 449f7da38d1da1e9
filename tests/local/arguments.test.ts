import { expect, test } from 'vitest';
import { roleArgument } from '../../local/role-argument.ts';
import { startArguments } from '../../local/stack/start-arguments.ts';

test('the weekly run is left out only with --no-run', () => {
  expect(startArguments([])).toEqual({ run: true });
  expect(startArguments(['--no-run'])).toEqual({ run: false });
  expect(() => startArguments(['--norun'])).toThrow(/npm start -- --no-run/);
});

test.each(['editor', 'operator', 'admin'])('the role %s can be granted to an address', (role) => {
  const grant = { email: 'you@example.com', role, project: undefined, revoke: false };
  expect(roleArgument(['you@example.com', role])).toEqual(grant);
  const real = ['you@example.com', role, '--project', 'live', '--revoke'];
  expect(roleArgument(real)).toEqual({ ...grant, project: 'live', revoke: true });
});

test.each([
  [['ada@elsewhere.example', 'owner'], /role must be one of editor, operator, admin/],
  [['ada', 'operator'], /must be an e-mail address/],
  [['ada@elsewhere.example'], /whom, and what/],
  [[], /whom, and what/],
  [['ada@elsewhere.example', 'operator', '--project'], /know no such argument: npm run grant/],
  [['ada@elsewhere.example', 'operator', '--everywhere'], /know no such argument: npm run grant/],
  [['ada@elsewhere.example', 'operator', 'admin'], /whom, and what/],
])('%j is refused with what would be right, and the address is not repeated', (args, message) => {
  expect(() => roleArgument(args)).toThrow(message);
  expect(() => roleArgument(args)).not.toThrow(/elsewhere/);
});

import { expect, test } from 'vitest';
import { roleClaims } from '../../../local/project/role-claims.ts';

const give = (claims: Record<string, unknown>) => roleClaims(claims, { role: 'operator', revoke: false });
const take = (claims: Record<string, unknown>) => roleClaims(claims, { role: 'operator', revoke: true });

test('a role is added to those there are, and other claims stay', () => {
  expect(give({ roles: ['editor'], team: 'north' })).toEqual({ roles: ['editor', 'operator'], team: 'north' });
  expect(give({})).toEqual({ roles: ['operator'] });
});

test('a role that is there already is there once', () => {
  expect(give({ roles: ['operator', 'editor'] })).toEqual({ roles: ['editor', 'operator'] });
});

test('a role is taken, and the others and other claims stay', () => {
  expect(take({ roles: ['editor', 'operator'], team: 'north' })).toEqual({ roles: ['editor'], team: 'north' });
  expect(take({ team: 'north' })).toEqual({ roles: [], team: 'north' });
});

test.each(['admin', 7, null, [7]])('roles that are %j count as none', (roles) => {
  expect(give({ roles })).toEqual({ roles: ['operator'] });
});

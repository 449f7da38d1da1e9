import { expect, test } from 'vitest';
import { refuseTakenFlags } from '../../local/refuse-taken-flags.ts';

test.each([
  [{ npm_config_dry_run: 'true', npm_lifecycle_event: 'content' }, 'npm run content -- … --dry-run'],
  [{ npm_config_project: 'live', npm_lifecycle_event: 'operate' }, 'npm run operate -- … --project'],
  [{ npm_config_force: 'true', npm_lifecycle_event: 'content' }, 'npm run content -- … --force'],
])('an option that npm took for itself stops the command: %j', (env, right) => {
  expect(() => refuseTakenFlags(env)).toThrow(right);
});

test('what npm says of itself stops nothing', () => {
  expect(() => refuseTakenFlags({ npm_config_loglevel: 'silent', npm_lifecycle_event: 'content' })).not.toThrow();
});

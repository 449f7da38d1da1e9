import { describe, expect, it } from 'vitest';
import { projectArguments } from '../../../local/deploy/project-arguments.ts';

describe('projectArguments', () => {
  it('takes a project, and what each command knows besides', () => {
    expect(projectArguments('deploy', ['--project', 'my-shop-1234', '--dry-run'])).toEqual({
      project: 'my-shop-1234',
      dryRun: true,
      to: undefined,
    });
    expect(projectArguments('rollback', ['--project=my-shop-1234', '--to', 'x'])).toMatchObject({
      dryRun: false,
      to: 'x',
    });
  });

  it.each([
    [[], 'Say which Firebase project'],
    [['--project', 'my-shop-1234', '--to', 'x'], 'I know no such argument: npm run deploy'],
    [['my-shop-1234'], 'I know no such argument'],
  ])('refuses %o with what would be right', (args, line) => {
    expect(() => projectArguments('deploy', args)).toThrow(line);
  });
});

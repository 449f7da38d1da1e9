// What can be written behind `npm run content --`.
import { describe, expect, it } from 'vitest';
import { contentArguments } from '../../../local/content/content-arguments.ts';
import { LocalError } from '../../../local/local-error.ts';

describe('contentArguments', () => {
  it('takes each command with what belongs to it', () => {
    expect(contentArguments(['check'])).toMatchObject({ command: 'check', folder: expect.stringMatching(/content$/) });
    expect(contentArguments(['preview', 'coins', '--folder', 'x'])).toEqual({
      command: 'preview',
      id: 'coins',
      folder: 'x',
    });
    const push = { command: 'push', project: null, dryRun: false, force: false };
    expect(contentArguments(['push'])).toMatchObject(push);
    expect(contentArguments(['pull', '--dry-run', '--force', '--project', 'my-ladder'])).toMatchObject({
      ...{ command: 'pull', project: 'my-ladder', dryRun: true, force: true },
    });
  });

  it.each([
    [[]],
    [['upload']],
    [['check', 'x']],
    [['check', '--force']],
    [['preview']],
    [['preview', 'a', 'b']],
    [['preview', 'a', '--project', 'my-ladder']],
    [['push', 'x']],
    [['push', '--wet-run']],
    [['push', '--project']],
    [['push', '--project', '']],
    [['push', '--folder', '']],
  ])('refuses %j, and shows what can be written', (args) => {
    expect(() => contentArguments(args)).toThrow(LocalError);
    expect(() => contentArguments(args)).toThrow('npm run content -- push');
  });
});

import { expect, test } from 'vitest';
import { doctorArguments } from '../../../local/doctor/doctor-arguments.ts';

test('a project and a number of learners are taken, and neither is needed', () => {
  expect(doctorArguments([])).toEqual({ project: undefined, learners: undefined });
  expect(doctorArguments(['--project', 'my-shop', '--learners', '10000'])).toEqual({
    project: 'my-shop',
    learners: 10000,
  });
});

test.each([
  [['--learners', '1e4'], /--learners "1e4" must be a whole number/],
  [['--learners', '0'], /must be a whole number/],
  [['--all'], /I know no such argument: npm run doctor/],
  [['my-shop'], /I know no such argument/],
])('%j is refused with what would be right', (args, message) => {
  expect(() => doctorArguments(args)).toThrow(message);
});

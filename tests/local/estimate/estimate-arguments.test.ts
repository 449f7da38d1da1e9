import { expect, test } from 'vitest';
import { estimateArguments } from '../../../local/estimate/estimate-arguments.ts';

test('what is not said is one visit a week, 14 mails a second, the table beside the code, and no plot', () => {
  expect(estimateArguments(['--learners', '10000'])).toEqual({
    ...{ learners: 10_000, rate: 14, visits: 1, prices: undefined, plot: undefined, json: false },
  });
});

test('every flag is taken, with a space or an equals sign', () => {
  const args = ['--learners=5', '--rate', '200', '--visits=0.5', '--prices', 'p.json', '--plot=out/a.svg', '--json'];
  expect(estimateArguments(args)).toEqual({
    ...{ learners: 5, rate: 200, visits: 0.5, prices: 'p.json', plot: 'out/a.svg', json: true },
  });
});

const enough = ['--learners', '10'];

test.each([
  [[], '--learners is missing: npm run estimate -- --learners 10000'],
  [['--learners'], '--learners needs a value, such as --learners 10000.'],
  [['--learners', ''], '--learners needs a value'],
  [['--learners= '], '--learners needs a value'],
  [['--learners', 'NaN'], '--learners "NaN" must be a whole number from 1 to 100,000,000'],
  [['--learners', 'Infinity'], '--learners "Infinity" must be'],
  [['--learners', '-5'], '--learners "-5" must be'],
  [['--learners', '0'], '--learners "0" must be'],
  [['--learners', '1e3'], '--learners "1e3" must be'],
  [['--learners', '10,000'], '--learners "10,000" must be'],
  [['--learners', '1.5'], '--learners "1.5" must be'],
  [['--learners', '0x10'], '--learners "0x10" must be'],
  [['--learners', '100000001'], '--learners "100000001" must be'],
  [['--learners', '9'.repeat(400)], '--learners "999'],
  [['--learners', '1', '--learners', '2'], '--learners stands there twice.'],
  [[...enough, '--rate', '0'], '--rate "0" must be a number from 1 to 100,000'],
  [[...enough, '--rate', '-14'], '--rate "-14" must be'],
  [[...enough, '--rate=fast'], '--rate "fast" must be'],
  [[...enough, '--rate'], '--rate needs a value'],
  [[...enough, '--visits', '101'], '--visits "101" must be a number from 0 to 100'],
  [[...enough, '--visits', 'many'], '--visits "many" must be'],
  [[...enough, '--prices', ' '], '--prices needs a value'],
  [[...enough, '--plot', 'out.png'], '--plot "out.png" must be a file whose name ends in .svg'],
  [[...enough, '--plot', '.svg'], '--plot ".svg" must be'],
  [[...enough, '--json=yes'], '--json takes no value.'],
  [[...enough, '--learner', '5'], 'I know no --learner:'],
  [[...enough, '-l', '5'], 'I know no -l:'],
  [[...enough, '--__proto__', '5'], 'I know no --__proto__:'],
  [[...enough, '--no-json'], 'I know no --no-json:'],
  [['10000'], 'I know no such argument as "10000":'],
  [[...enough, '--'], 'I know no such argument:'],
])('%j is refused in one line that says what is wrong', (args, message) => {
  expect(() => estimateArguments(args)).toThrow(message);
  expect(() => estimateArguments(args)).toThrow(/^[^\n]+$/);
});

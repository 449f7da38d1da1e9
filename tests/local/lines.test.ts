import { expect, test } from 'vitest';
import { countsLine } from '../../local/counts-line.ts';
import { lastWords } from '../../local/stack/last-words.ts';
import { progress } from '../../local/stack/progress.ts';
import { progressLine } from '../../local/stack/progress-line.ts';
import { stopwatch } from '../../local/stopwatch.ts';

const counts = { planned: 38, accepted: 18, excluded: 1, failed: 1, unknown: 0, pending: 18 };

test('the counts line balances as it stands', () => {
  expect(countsLine(counts)).toBe('planned 38 = accepted 18 + excluded 1 + failed 1 + unknown 0 + pending 18');
});

test('the bar is full only when nothing is pending', () => {
  expect(progressLine('2026-W48', 'sending', counts)).toBe(
    `2026-W48 sending  [${'█'.repeat(15)}${'-'.repeat(15)}] 20/38`,
  );
  const almost = { ...counts, accepted: 35, pending: 1 };
  expect(progressLine('2026-W48', 'sending', almost)).toContain('█-] 37/38');
  expect(progressLine('2026-W48', 'done', { ...almost, accepted: 36, pending: 0 })).toContain('█] 38/38');
});

test('while nothing is planned there is no bar', () => {
  const none = { planned: 0, accepted: 0, excluded: 0, failed: 0, unknown: 0, pending: 0 };
  expect(progressLine('2026-W48', 'syncing', none)).toBe('2026-W48 syncing');
});

function written(isTTY: boolean) {
  const said: string[] = [];
  let time = 0;
  const output = { isTTY, write: (text: string | Uint8Array) => said.push(String(text)) > 0 };
  return { said, shown: progress(output, () => time), pass: (milliseconds: number) => (time += milliseconds) };
}

test('in a terminal each line takes the place of the one before', () => {
  const { said, shown } = written(true);
  shown.show('1/2');
  shown.show('2/2');
  shown.end();
  expect(said.join('')).toBe('\r\x1b[2K1/2\r\x1b[2K2/2\n');
});

test('elsewhere a line is printed at most every 2 s, and the last one always', () => {
  const { said, shown, pass } = written(false);
  shown.show('1/4');
  shown.show('2/4');
  pass(2_000);
  shown.show('3/4');
  shown.show('4/4');
  shown.end();
  expect(said).toEqual(['1/4\n', '3/4\n', '4/4\n']);
});

test('after its end nothing more is shown', () => {
  const { said, shown } = written(false);
  shown.begin('build');
  shown.end();
  shown.show('late');
  shown.end();
  expect(said).toEqual(['build\n']);
});

test('the stopwatch says where the time went, and its laps add up to the whole', () => {
  let time = 0;
  const watch = stopwatch(() => time);
  watch.lap('build');
  time += 20;
  watch.lap('emulators');
  time += 8_100;
  watch.lap('weekly run');
  time += 3_280;
  expect(watch.summary()).toBe('11.4 s: emulators 8.1 s, weekly run 3.3 s');
});

test('the last words of a log are its last error, without colours', () => {
  const log =
    'i  starting\n\x1b[31mError:\x1b[39m Could not start Firestore Emulator, port taken.\ni  Stopping hub\n\n';
  expect(lastWords(log)).toBe('Error: Could not start Firestore Emulator, port taken.');
  expect(lastWords('one\ntwo\n')).toBe('two');
  expect(lastWords('')).toBe('it said nothing');
});

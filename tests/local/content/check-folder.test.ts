// Whatever is wrong with a content folder is said by file and line, with what would be right.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder } from '../../../local/content/check-folder.ts';
import { faultLines } from '../../../local/content/fault-lines.ts';
import { readFolder } from '../../../local/content/read-folder.ts';
import { unexpectedFault } from '../../../local/content/unexpected-fault.ts';
import { projectRoot } from '../../../local/project-root.ts';
import { aFolder, challengeText, levelText, type TestFolder } from './a-folder.ts';

let folder: TestFolder;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.close());

async function check(path = folder.path): Promise<{ faults: string[]; shortages: string[] }> {
  const { faults, shortages } = checkFolder(await readFolder(path));
  return { faults: faultLines('', faults), shortages: faultLines('', shortages) };
}
const one = 'challenges/curious/one.md';
const text = (accepted: string, rejected = '[]') =>
  `answerKind: TEXT\naccepted: ${accepted}\nrejected:\n  - ${rejected}`;

describe('checkFolder', () => {
  it('finds nothing to mend in a good folder, nor in the sample content', async () => {
    expect(await check()).toEqual({ faults: [], shortages: [] });
    expect(await check(join(projectRoot, 'content'))).toEqual({ faults: [], shortages: [] });
  });

  it.each<[string, string, string]>([
    ['an unknown key', challengeText('one').replace('title:', 'tittle: x\ntitle:'), `${one}:5: tittle: is no key that`],
    ['a key of the wrong kind', challengeText('one').replace('order: 1', 'order: first'), `${one}:4: order: must be a`],
    ['a missing key, at the start', challengeText('one').replace('order: 1\n', ''), `${one}:1: order: is missing, and`],
    ['an answer that YAML takes for a number', challengeText('one', text('["a", 4]', 'b')), `${one}:7: accepted.1: `],
    [
      'a rejected answer that passes',
      challengeText('one', text('["A b"]', 'c\n  - a  B')),
      `${one}:10: rejected.1: passes`,
    ],
    ['a title of two lines', challengeText('one').replace('Coins', '"a\\nb"'), `${one}:5: title: must be one line`],
    [
      'a title that is too long',
      challengeText('one').replace('Coins', 'a'.repeat(121)),
      `${one}:5: title: must be one`,
    ],
    ['an id that is not its file’s name', challengeText('two'), `${one}:2: id: must be one, as the file is named`],
    [
      'a key that is there twice',
      challengeText('one').replace('title', 'order: 2\ntitle'),
      `${one}:5: front matter: is not YAML (DUPLICATE_KEY): a key is there twice`,
    ],
    [
      'front matter that is not YAML',
      challengeText('one').replace('1\n', '[1\n'),
      `${one}:5: front matter: is not YAML`,
    ],
    ['no front matter', 'How many?\n', `${one}:1: front matter: there is none: the file must begin with a line ---`],
    ['a byte order mark', `\uFEFF${challengeText('one')}`, `${one}:1: file: begins with a byte order mark: save it as`],
    [
      'lines that end with CR LF',
      challengeText('one').replaceAll('\n', '\r\n'),
      `${one}:1: file: its lines end with CR LF`,
    ],
    [
      'a tab in front matter',
      challengeText('one').replace('# An', '\t# An'),
      `${one}:3: front matter: begins with a tab`,
    ],
    [
      'a file that an editor indents with tabs',
      challengeText('one', 'answerKind: CHOICE\nchoices:\n\t- a\n\t- b\naccepted: ["a"]'),
      `${one}:8: front matter: begins with a tab: YAML is indented with spaces only`,
    ],
    [
      'lines that end with CR alone',
      challengeText('one').replaceAll('\n', '\r'),
      `${one}:1: file: its lines end with CR`,
    ],
    [
      'a bracket that is left open',
      challengeText('one').replace('["4"]', '["4"'),
      `${one}:8: front matter: is not YAML`,
    ],
    ['a quote that is left open', challengeText('one').replace('Coins', '"Coins'), `${one}:`],
    [
      'a colon within a title',
      challengeText('one').replace('Coins', 'Coins: more: of'),
      `${one}:5: front matter: is not`,
    ],
    [
      'an anchor',
      challengeText('one').replace('Coins', '&Coins and more'),
      `${one}:5: front matter: has text that begins with & or *`,
    ],
    [
      'an alias that leads somewhere',
      challengeText('one', 'answerKind: TEXT\naccepted: &key ["4"]\nrejected: ["5"]').replace('Coins', 'Coins'),
      `${one}:7: front matter: has text that begins with & or *`,
    ],
    [
      'an alias that leads nowhere',
      challengeText('one').replace('Coins', '*Coins*'),
      `${one}:5: front matter: has text that begins with & or *`,
    ],
    [
      'a line of dots that ends the front matter',
      challengeText('one').replace('title', '...\ntitle'),
      `${one}:5: front matter: ends here for YAML`,
    ],
    [
      'dots below the last key',
      challengeText('one').replace('["5"]', '["5"]\n...'),
      `${one}:9: front matter: ends here`,
    ],
    [
      'a second document',
      challengeText('one').replace('title', '--- # two\ntitle'),
      `${one}:5: front matter: is not YAML`,
    ],
    ['front matter that is a list', '---\n- id\n- order\n---\nHow many?\n', `${one}:1: front matter: must be keys`],
    ['front matter without a key', '---\n---\nHow many?\n', `${one}:1: front matter: must be keys with values`],
    ['a misspelt key', challengeText('one').replace('title', 'titel'), `${one}:5: titel: is no key that belongs here`],
    [
      'a link whose address stands nowhere',
      body('a\n[a][nope]'),
      `${one}:11: bodyMarkdown: holds a link whose address`,
    ],
    ['such a link of emphasis', body('[*a*][nope]'), `${one}:10: bodyMarkdown: holds a link whose address`],
    [
      'a link of references that is relative',
      body('[a][b]\n\n[b]: /next'),
      `${one}:10: bodyMarkdown: holds a link that is relative`,
    ],
    [
      'a link that holds its page',
      body('[a](data:text/html,b)'),
      `${one}:10: bodyMarkdown: holds a link that begins with data:`,
    ],
    [
      'a large image within the file',
      body(`![b](data:image/png;base64,${'A'.repeat(900_000)})`),
      `${one}:10: bodyMarkdown: holds an image`,
    ],
    [
      'an image by reference',
      body('![b][c]\n\n[c]: data:image/png;base64,AAAA'),
      `${one}:10: bodyMarkdown: holds an image`,
    ],
    ['a relative link', body('Go\n[there](/next).'), `${one}:11: bodyMarkdown: holds a link that is relative`],
    ['a link to a part', body('[there](#part)'), `${one}:10: bodyMarkdown: holds a link that is relative`],
    [
      'a link that is script',
      body('- a\n- [b](javascript:go)'),
      `${one}:11: bodyMarkdown: holds a link that begins with javascript:`,
    ],
    [
      'a link to this machine',
      body('<http://localhost:5000/x>'),
      `${one}:10: bodyMarkdown: holds a link that leads to a machine`,
    ],
    [
      'a link to a private address',
      body('[a](http://192.168.1.4/)'),
      `${one}:10: bodyMarkdown: holds a link that leads to a machine`,
    ],
    ['a link without a host', body('[a](https://)'), `${one}:10: bodyMarkdown: holds a link that is malformed`],
    [
      'a link with a space',
      body('[a](https://a b.example.com)'),
      `${one}:10: bodyMarkdown: holds a link that is malformed`,
    ],
    [
      'a mail link without an address',
      body('[a](mailto:ada)'),
      `${one}:10: bodyMarkdown: holds a link that is malformed`,
    ],
    ['an image', body('a\n\n![b](https://example.com/b.png)'), `${one}:12: bodyMarkdown: holds an image`],
    ['an image within the file', body('![b](data:image/png;base64,AAAA)'), `${one}:10: bodyMarkdown: holds an image`],
    [
      'a body that its parser would need minutes for',
      body('![a]('.repeat(180_000)),
      `${one}:10: bodyMarkdown: must be 1 to 20000 characters`,
    ],
    ['an empty body', body(' \n'), `${one}:10: bodyMarkdown: must be 1 to 20000 characters`],
    [
      'a body that makes too large a mail',
      body('\n\n蝸'.repeat(6_600)),
      `${one}:12: bodyMarkdown: makes a mail of up to`,
    ],
  ])('says where there is %s, and nothing else', async (_, content, line) => {
    await folder.write(one, content);
    const { faults } = await check();
    expect(faults).toHaveLength(1);
    expect(faults[0]?.slice(0, line.length)).toBe(line);
  });

  it.each<[string, string, string | Buffer, string]>([
    [
      'an image of 5 MB',
      'challenges/curious/a.png',
      Buffer.alloc(5_000_000),
      'is an image (5.0 MB), and mails show none',
    ],
    ['Markdown of 5 MB', 'challenges/curious/a.md', Buffer.alloc(5_000_000, 97), 'has 5.0 MB, and 1 MB is the most'],
    ['a file that is not UTF-8', 'challenges/curious/a.md', Buffer.from([0xe4, 0x0a]), 'is not UTF-8'],
    ['a file that nothing reads', 'challenges/curious/a.txt', 'x', 'is not read: content files end in .md'],
  ])('says where there is %s', async (_, file, content, message) => {
    await folder.write(file, content);
    const { faults } = await check();
    expect(faults).toEqual([expect.stringContaining(`${file}:1: file: ${message}`)]);
  });

  it('takes brackets that are code, escaped or alone for no link', async () => {
    await folder.write(
      one,
      body('Read `m[1][2]`, m\\[1\\]\\[2\\], [ ] and [a] [b].\n\n    m[1][2]\n\n[a][c]\n\n[c]: https://example.com'),
    );
    expect((await check()).faults).toEqual([]);
  });

  it('names the file of which nobody foresaw what is in it, in one line, and looks on', async () => {
    await folder.write('challenges/curious/two.md', challengeText('two', undefined, '[a](b)\n'));
    const { files } = await readFolder(folder.path);
    const odd = files.map((file) =>
      [one, 'levels/curious.md'].includes(file.path) ? { ...file, body: aThrower() } : file,
    );
    const { faults } = checkFolder({ files: odd, faults: [] });
    expect(faultLines('', faults)).toEqual([
      `${one}:1: file: cannot be looked through (RangeError): write it in a plainer way, or take it out`,
      expect.stringContaining('challenges/curious/two.md:10: bodyMarkdown: holds a link'),
      expect.stringContaining('levels/curious.md:1: file: cannot be looked through'),
    ]);
  });

  it.each([
    [new RangeError('secret'), 'cannot be looked through (RangeError): write it in a plainer way, or take it out'],
    [Object.assign(new Error('secret'), { code: 'EACCES' }), 'may not be read: give yourself the right to read it'],
  ])('says of %s no more than its kind', (error, message) => {
    expect(unexpectedFault(one, error)).toEqual({ path: one, line: 1, field: 'file', message });
  });

  it('leaves hidden files and an editor’s copies alone', async () => {
    await folder.write('.DS_Store', 'x');
    await folder.write('levels/curious.md~', 'x');
    expect(await check()).toEqual({ faults: [], shortages: [] });
  });

  it('finds a file at a place where none belongs', async () => {
    await folder.write('one.md', challengeText('one'));
    expect((await check()).faults).toEqual([
      'one.md:1: front matter: must be levels/<slug>.md, questionnaire.md or challenges/<level>/<slug>.md',
    ]);
  });

  it('finds an id that two challenges have, at the id', async () => {
    await folder.write('levels/keen.md', levelText('keen', 2));
    await folder.write('challenges/keen/one.md', challengeText('one'));
    expect((await check()).faults).toEqual([expect.stringMatching(/^challenges\/keen\/one\.md:2: id: another level/)]);
  });

  it('finds two levels of one place, a level that does not exist, and one without challenges', async () => {
    await folder.write('levels/keen.md', levelText('keen', 1));
    await folder.write('challenges/sharp/knife.md', challengeText('knife'));
    expect((await check()).faults).toEqual([
      expect.stringMatching(
        /^challenges\/sharp\/knife\.md:1: levelId: there is no level sharp: write levels\/sharp\.md/,
      ),
      expect.stringMatching(
        /^levels\/keen\.md:1: front matter: the level has no challenge: write one in challenges\/keen\//,
      ),
      expect.stringMatching(/^levels\/keen\.md:3: order: another level has the order 1/),
    ]);
  });

  it('finds a threshold of a level that does not exist, at its line', async () => {
    const choices = '    choices:\n      - { id: a, text: A, points: 0 }\n      - { id: b, text: B, points: 1 }\n';
    const thresholds = 'thresholds:\n  - { levelId: curious, minPoints: 0 }\n  - { levelId: keen, minPoints: 1 }\n';
    const questions = `questions:\n  - id: q\n    prompt: Why?\n${choices}`;
    await folder.write('questionnaire.md', `---\nversion: "1"\n${questions}${thresholds}---\n`);
    expect((await check()).faults).toEqual([
      'questionnaire.md:11: thresholds.1.levelId: there is no level keen: name one of levels/',
    ]);
  });

  it('counts the weeks of a level, also where a challenge of it is at fault', async () => {
    await folder.remove('challenges/curious/two.md');
    expect(await check()).toEqual({
      faults: [],
      shortages: [
        'levels/curious.md:1: front matter: the level has content for 7 of 8 weeks: challenges still to write: 1',
      ],
    });
    await folder.write('challenges/curious/two.md', 'not finished');
    expect((await check()).shortages).toEqual([]);
  });

  it('says everything at once, by file and line, and no answer', async () => {
    await folder.write(one, challengeText('one', text('["secret"]', 'secret')).replace('order: 1', 'order: x'));
    await folder.write('challenges/curious/two.md', challengeText('two', text('["secret"]', 'secret'), '[a](b)\n'));
    await folder.write('challenges/curious/three.md', `\uFEFF${challengeText('three').replace('# An', '\t# An')}`);
    await folder.write('levels/keen.md', 'x');
    const { faults } = await check();
    expect(faults.map((line) => line.split(':').slice(0, 3).join(':'))).toEqual([
      'challenges/curious/one.md:4: order',
      'challenges/curious/three.md:1: file',
      'challenges/curious/three.md:3: front matter',
      'challenges/curious/two.md:9: rejected.0',
      'challenges/curious/two.md:11: bodyMarkdown',
      'levels/keen.md:1: front matter',
      'levels/keen.md:1: front matter',
    ]);
    expect(faults.join()).not.toContain('secret');
  });
});

/** Text that cannot be looked at. */
function aThrower(): string {
  const refuse = () => {
    throw new RangeError('secret');
  };
  return Object.assign(Object.create(String.prototype), { toString: refuse, replace: refuse });
}

function body(markdown: string): string {
  return challengeText('one', undefined, `${markdown}\n`);
}

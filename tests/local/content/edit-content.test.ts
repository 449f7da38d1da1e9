// A file that is edited by a pull keeps all that was not edited, to the byte.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examineContent } from '../../../functions/challenges/examine-content.ts';
import { type ContentItem, contentItems } from '../../../local/content/content-items.ts';
import { contentText } from '../../../local/content/content-text.ts';
import { editContent } from '../../../local/content/edit-content.ts';
import { locatedFile } from '../../../local/content/located-file.ts';
import { readFolder } from '../../../local/content/read-folder.ts';
import { projectRoot } from '../../../local/project-root.ts';
import { challengeText } from './a-folder.ts';

function itemOf(path: string, text: string): ContentItem {
  const { file, faults } = locatedFile(path, text);
  const examined = examineContent(file === null ? [] : [file]);
  expect([...faults, ...examined.faults]).toEqual([]);
  const [item] = contentItems(examined.content).values();
  if (item === undefined) throw new Error('The file holds nothing.');
  return item;
}
const path = 'challenges/curious/one.md';
const changed = (item: ContentItem, source: Record<string, unknown>): ContentItem => ({
  ...item,
  source: { ...item.source, ...source },
});

describe('editContent', () => {
  it('writes anew only the keys that changed, and keeps comments, order and rejected samples', () => {
    const text = challengeText('one');
    const before = itemOf(path, text);
    const after = changed(before, { title: 'More: coins', accepted: ['8'], tolerance: 0.5, bodyMarkdown: 'Now?' });
    expect(editContent(text, before, after)).toBe(
      '---\nid: one\n# An old one.\norder: 1\ntitle: "More: coins"\nanswerKind: NUMBER\naccepted: ["8"] # by hand\nrejected: ["5"]\ntolerance: 0.5\n---\nNow?\n',
    );
  });

  it('takes a key out that is no longer needed, with its whole list', () => {
    const text = challengeText('one', 'answerKind: CHOICE\nchoices:\n  - a\n  - b\naccepted: ["a"]\nrejected: ["b"]');
    const before = itemOf(path, text);
    const after = changed(before, { answerKind: 'REVIEW', choices: null, accepted: [] });
    expect(editContent(text, before, after)).toBe(challengeText('one', 'answerKind: REVIEW\nrejected: ["b"]'));
  });

  it('gives the same bytes where nothing changed, for every file of the sample content', async () => {
    const { files } = await readFolder(join(projectRoot, 'content'));
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      const text = await readFile(join(projectRoot, 'content', file.path), 'utf8');
      const item = itemOf(file.path, text);
      expect(editContent(text, item, item)).toBe(text);
      expect(itemOf(file.path, contentText(item))).toEqual(item);
    }
  });

  it('makes a file that says what was edited, whatever it was', () => {
    const line = fc
      .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
      .map((text) => `x${text.replace(/[\p{Z}\p{C}]/gu, '')}`.normalize('NFC'));
    const edit = fc.record(
      {
        order: fc.nat(500),
        title: line,
        accepted: fc.array(line, { minLength: 1, maxLength: 20 }),
        bodyMarkdown: fc
          .array(fc.oneof(line, fc.constantFrom('', '---', '    code', '# a', 'a: b')), { maxLength: 8 })
          .map((lines) => ['    first', ...lines, 'last'].join('\n')),
      },
      { requiredKeys: [] },
    );
    const texts = [
      'accepted: ["4"] # by hand',
      'accepted:\n  - a\n  # between\n  - b',
      'accepted:\n- a\n- b',
      'accepted: ["a",\n  "b"]',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { maxLength: 3 }), (answer, edits) => {
        let text = challengeText('one', `answerKind: TEXT\n${answer}\nrejected: ["5"]`);
        let item = itemOf(path, text);
        for (const source of edits) {
          const after = changed(item, source);
          text = editContent(text, item, after);
          item = itemOf(path, text);
          expect(item.source).toEqual(after.source);
          expect(text).toContain('\n# An old one.\n');
          expect(text).toContain('\nrejected: ["5"]\n');
        }
      }),
      { numRuns: 300 },
    );
  });
});

// The README and the documents: what they point at is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const textOf = (document: string) => readFileSync(join(root, document), 'utf8');
const readme = textOf('README.md');
const { scripts, dependencies } = JSON.parse(textOf('package.json'));

/** Targets of Markdown links and of images and links in HTML; in code there are none. */
function targetsOf(text: string): string[] {
  const prose = text.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '');
  const found = prose.matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g);
  return [...found].map(([, markdown, html]) => markdown ?? html ?? '');
}

/** As GitHub names the anchor of a heading. */
function anchorsOf(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading ?? '');
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

/** What a document points at that is not there. */
function brokenTargets(document: string, text: string): string[] {
  return targetsOf(text).filter((target) => {
    if (/^https?:/.test(target)) return false;
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? join(root, document) : join(root, dirname(document), path);
    const isInside = !relative(root, file).startsWith('..');
    if (!isInside || !existsSync(file)) return true;
    return anchor !== undefined && !anchorsOf(path === '' ? text : readFileSync(file, 'utf8')).includes(anchor);
  });
}

test.each(documents)('every link, image and anchor of %s leads somewhere', (document) => {
  expect(brokenTargets(document, textOf(document))).toEqual([]);
});

test('a link, an image or an anchor that leads nowhere is found, and one in code is none', () => {
  const text = [
    '# A heading',
    '[a](docs) [b](nowhere.md) ![c](docs/nowhere.png) <img src="docs/nothing.svg">',
    '[d](#a-heading) [e](#no-heading) [f](../outside.md) [g](https://example.com/) `[h](code.md)`',
  ].join('\n');
  expect(brokenTargets('README.md', text)).toEqual([
    'nowhere.md',
    'docs/nowhere.png',
    'docs/nothing.svg',
    '#no-heading',
    '../outside.md',
  ]);
});

test('every npm script that a document names exists', () => {
  const named = documents.flatMap((document) =>
    [...textOf(document).matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(
      ([, script, short]) => script ?? short ?? '',
    ),
  );
  expect(named.length).toBeGreaterThan(5);
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

test('every runtime dependency has its reason in the README, and no other package has', () => {
  const [, section = ''] = /^## Runtime dependencies$(.*?)^## /ms.exec(readme) ?? [];
  const explained = [...section.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name);
  expect(explained.toSorted()).toEqual(Object.keys(dependencies).toSorted());
});

test('every document of a decision bears its date and is listed in the README', () => {
  const decisions = readdirSync(join(root, 'docs/decisions'));
  for (const name of decisions) {
    const [date] = /^\d{4}-\d{2}-\d{2}(?=-[a-z0-9-]+\.md$)/.exec(basename(name)) ?? [];
    expect(date, name).toBeDefined();
    expect(textOf(join('docs/decisions', name)), name).toContain(date);
    expect(readme).toContain(`(docs/decisions/${name})`);
  }
});

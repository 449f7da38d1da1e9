import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { compileMailTemplates, generatedFolder } from '../../local/compile-mail-templates.ts';

test('the committed mail templates are what their MJML compiles to', async () => {
  const compiled = await compileMailTemplates();
  expect(Object.keys(compiled).sort()).toEqual((await readdir(generatedFolder)).sort());
  for (const [name, text] of Object.entries(compiled)) {
    expect(await readFile(new URL(name, generatedFolder), 'utf8')).toBe(text);
  }
}, 30_000);

test('the templates fetch nothing: no image, no web font, no style sheet, no script', async () => {
  for (const text of Object.values(await compileMailTemplates())) {
    expect(text).not.toMatch(/<img|<link|<script|@import|url\(|fonts\.googleapis/i);
  }
}, 30_000);

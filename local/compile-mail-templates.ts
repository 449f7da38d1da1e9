// Compiles the mail templates to the committed modules that functions fill.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The generated modules by file name, such as `weekly-mail.ts`. Throws where a template is not valid MJML. */
export async function compileMailTemplates(): Promise<Record<string, string>> {
  const modules = await Promise.all(templates.map(async (name) => [`${name}.ts`, await compile(name)]));
  return Object.fromEntries(modules);
}

/** Where the generated modules stand. */
export const generatedFolder = new URL('../functions/mail/generated/', import.meta.url);

const templates = ['weekly-mail', 'sign-in-mail'];
const compiledSchema = z.object({ html: z.string() });
// MJML has no types of its own; what it gives is parsed below.
const mjml: (source: string, options: object) => Promise<unknown> = createRequire(import.meta.url)('mjml');

async function compile(name: string): Promise<string> {
  const file = new URL(`../functions/mail/templates/${name}.mjml`, import.meta.url);
  const source = await readFile(file, 'utf8');
  const folder = fileURLToPath(new URL('.', file));
  // No web fonts: the mails use the reader's own.
  const options = {
    filePath: folder,
    ignoreIncludes: false,
    includePath: folder,
    validationLevel: 'strict',
    fonts: {},
  };
  const { html } = compiledSchema.parse(await mjml(source, options));
  return module(name, html.replace(/^\s+/gm, ''));
}

function module(name: string, html: string): string {
  const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const type = camel.replace(/^\w/, (letter) => letter.toUpperCase());
  const slots = [...new Set([...html.matchAll(/\{\{\{?(\w+)\}\}/g)].map(([, slot]) => slot))].sort();
  return [
    `// Compiled from ${name}.mjml by local/compile-mail-templates.ts; edit that instead.`,
    '',
    `/** The placeholders of the template. */`,
    `export type ${type}Slot = ${slots.map((slot) => `'${slot}'`).join(' | ')};`,
    '',
    `/** HTML with {{escaped}} and {{{raw}}} placeholders. */`,
    `export const ${camel}Html = ${JSON.stringify(html)};`,
    '',
  ].join('\n');
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(await compileMailTemplates())) {
    await writeFile(new URL(name, generatedFolder), text);
    console.log(`functions/mail/generated/${name}: ${text.length} characters`);
  }
}

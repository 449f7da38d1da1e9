// Builds the learner's page around one challenge, as one file that opens without a server.
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../project-root.ts';

/** `home` is what the page shows of a learner (`HomeState` of web/page-state.ts). What is sent there goes nowhere. */
export async function previewPage(home: object): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry(home), resolveDir: join(projectRoot, 'web'), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    outdir: 'preview',
    format: 'iife',
    target: 'es2022',
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><title>Preview</title>',
    `<style>${textOf('.css')}</style></head>`,
    '<body><header class="bar"><span class="brand">Stepladder · preview</span></header><main id="main"></main>',
    `<script>${textOf('.js').replaceAll('</script', '<\\/script')}</script></body></html>\n`,
  ].join('\n');
}

/** The page's own view, style and script; only who asks and who answers is made up. */
function entry(home: object): string {
  return `
import './page.css';
import { homeView } from './views/home-view.ts';
const nowhere = async () => ({ __typename: 'InvalidAnswerError', message: 'This is a preview: your answer goes nowhere.' });
const draft = { read: () => '', write() {}, keyFor: () => '', settle() {}, forget() {} };
const actions = { draftOf: () => draft, answer: nowhere, changeMail: nowhere, earlierWeeks: nowhere, openAgain() {}, showNext() {} };
document.getElementById('main').replaceChildren(homeView(${JSON.stringify(home)}, actions));
`;
}

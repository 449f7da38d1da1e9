// `npm run content -- check`, `push`, `pull` or `preview <id>`: the content folder, and a project's content.
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { systemClock } from '../functions/clock.ts';
import { AppError } from '../functions/errors.ts';
import { checkFolder } from './content/check-folder.ts';
import { type ContentArguments, contentArguments } from './content/content-arguments.ts';
import { faultLines } from './content/fault-lines.ts';
import { readFolder } from './content/read-folder.ts';
import { LocalError } from './local-error.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { folder: named, ...args } = contentArguments(process.argv.slice(2));
  // As short as an editor or a terminal needs to open the file.
  const short = relative(process.cwd(), named);
  const folder = short === '' || short.startsWith('..') ? named : short;
  try {
    return await run({ ...args, folder });
  } catch (error) {
    throw error instanceof AppError ? new LocalError(error.message) : error;
  }
});

async function run(args: ContentArguments): Promise<number> {
  if (args.command === 'check') return check(args.folder);
  if (args.command === 'preview') return preview(args);
  const { command, folder, project, dryRun, force } = args;
  const { withFirestore } = await import('./project/with-firestore.ts');
  const options = { folder, dryRun, force, print: (line: string) => console.log(line) };
  const count = await withFirestore(project, process.env, async (db) => {
    if (command === 'pull') return (await import('./content/pull-content.ts')).pullContent({ ...options, db });
    return (await import('./content/push-content.ts')).pushContent({ ...options, db, clock: systemClock });
  });
  const done = command === 'pull' ? 'pulled' : 'pushed';
  console.log(count === 0 ? 'Nothing to do.' : `${count} ${dryRun ? `would be ${done}` : done}.`);
  return 0;
}

async function check(folder: string): Promise<number> {
  const read = await readFolder(folder);
  const { faults, shortages } = checkFolder(read);
  for (const line of faultLines(folder, [...faults, ...shortages])) console.error(line);
  const count = faults.length + shortages.length;
  if (count === 0) console.log(`${read.files.length} files, and nothing to mend.`);
  else console.error(`${count} to mend.`);
  return count === 0 ? 0 : 1;
}

async function preview({ folder, id }: { folder: string; id: string }): Promise<number> {
  const { previewChallenge } = await import('./content/preview-challenge.ts');
  const outFolder = join(projectRoot, 'build/preview');
  const shown = await previewChallenge({ folder, id, outFolder, now: systemClock.now(), env: process.env });
  const [mail, text, page] = [shown.mail, shown.text, shown.page].map((path) => pathToFileURL(path).href);
  console.log(`The mail, "${shown.subject}":\n  ${mail}\n  ${text} (as text)`);
  console.log(`The page that it leads to:\n  ${page}`);
  const { openInBrowser } = await import('./content/open-in-browser.ts');
  const desk = { platform: process.platform, env: process.env, isTerminal: process.stdout.isTTY };
  if (openInBrowser([shown.mail, shown.page], desk) > 0) console.log('Both open in your browser.');
  return 0;
}

// Writes the README's tables of parameters and secrets; with `--check` it only says whether they are up to date.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { params, type secrets } from '../functions/params.ts';
import { LocalError } from './local-error.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

/** The README with the tables of today between its two markers. Throws a LocalError where it does not have both, in order. */
export function readmeParameters(readme: string): string {
  const start = readme.indexOf(startMarker);
  const end = readme.indexOf(endMarker);
  if (start === -1 || end < start)
    throw new LocalError(`README.md must hold ${startMarker} and, after it, ${endMarker}.`);
  return `${readme.slice(0, start + startMarker.length)}\n\n${tables()}\n\n${readme.slice(end)}`;
}

const startMarker = '<!-- parameters: written by local/readme-parameters.ts -->';
const endMarker = '<!-- end of parameters -->';

/** A declared secret has no description of its own. */
const secretDescriptions: Record<keyof typeof secrets, string> = {
  SES_SECRET_ACCESS_KEY: 'The secret of SES_ACCESS_KEY_ID.',
  SHOPIFY_CLIENT_SECRET: 'The secret of SHOPIFY_CLIENT_ID; or, without a client id, an older shpat_ token.',
  LINK_KEYS:
    'What link tokens are signed with: `id:key` pairs separated by commas, each key base64url of at least 32 bytes. The first signs, all verify.',
  ADDRESS_HASH_KEY:
    'base64url of at least 32 bytes: keys the HMAC under which suppressed addresses are kept. It never changes.',
};

function tables(): string {
  const parameters = Object.values(params).map(({ name, options }) => [
    `\`${name}\``,
    options.default === '' || options.default === undefined ? '–' : `\`${options.default}\``,
    options.description ?? '',
  ]);
  const kept = Object.entries(secretDescriptions).map(([name, description]) => [`\`${name}\``, description]);
  return [table(['parameter', 'default', 'what it is'], parameters), table(['secret', 'what it is'], kept)].join(
    '\n\n',
  );
}

/** Columns are as wide as their widest cell, because the formatter would make them so. */
function table(head: string[], rows: string[][]): string {
  const lines = [head, ...rows].map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')));
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const [titles, ...body] = lines.map((cells) => row(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0))));
  return [titles, row(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

if (import.meta.main) {
  await runCommand(async () => {
    const path = join(projectRoot, 'README.md');
    const readme = await readFile(path, 'utf8');
    const written = readmeParameters(readme);
    if (written === readme) return 0;
    if (process.argv.includes('--check')) {
      throw new LocalError('The parameters in README.md are not up to date: node local/readme-parameters.ts');
    }
    await writeFile(path, written);
    console.log('wrote README.md');
    return 0;
  });
}

// Runs one bench by its name: npm run bench -- mail [--json FILE].
import { existsSync } from 'node:fs';

const name = process.argv[2] ?? '';
const bench = new URL(`./${name}.ts`, import.meta.url);
if (!/^[a-z]+(-[a-z]+)*$/.test(name) || name === 'run' || !existsSync(bench)) {
  console.error('Name a bench, as in: npm run bench -- mail [--json FILE]. What there is stands in bench/README.md.');
  process.exitCode = 1;
} else {
  // The bench reads what follows its name.
  process.argv.splice(2, 1);
  await import(bench.href);
}

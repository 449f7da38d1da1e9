// `npm run operate -- status`, `plan`, `explain`, `pause` …: looks at weekly runs and steers them, here or in a real project.
import { AppError } from '../functions/errors.ts';
import { LocalError } from './local-error.ts';
import { operateArguments } from './operate/operate-arguments.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { project, command } = operateArguments(process.argv.slice(2));
  const { withServices } = await import('./operate/with-services.ts');
  const { operate } = await import('./operate/operate.ts');
  try {
    if (project !== null) console.log(`Project ${project}`);
    const lines = await withServices({ project, root: projectRoot, env: process.env }, (services) =>
      operate(services, command),
    );
    for (const line of lines) console.log(line);
    return 0;
  } catch (error) {
    throw error instanceof AppError ? new LocalError(error.message) : error;
  }
});

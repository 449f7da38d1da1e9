// `npm run rollback -- --project my-project`: puts the release before back, or the one named with --to.

import { realOutside } from './deploy/outside.ts';
import { projectArguments } from './deploy/project-arguments.ts';
import { rollbackProject } from './deploy/rollback-project.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  await rollbackProject(realOutside(projectRoot), projectArguments('rollback', process.argv.slice(2)));
  return 0;
});

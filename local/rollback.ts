// `npm run rollback -- --project my-project`: puts the release before back, or the one named with --to.
import { realOutside } from './deploy/outside.ts';
import { projectArguments } from './deploy/project-arguments.ts';
import { rollbackProject } from './deploy/rollback-project.ts';
import { realProject } from './project/real-project.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { project, to } = projectArguments('rollback', process.argv.slice(2));
  await rollbackProject(realOutside(projectRoot), { project: await realProject(projectRoot, project), to });
  return 0;
});

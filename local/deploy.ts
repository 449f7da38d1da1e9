// `npm run deploy -- --project my-project`: checks, deploys and smokes; with --dry-run only checks.
import { deployProject } from './deploy/deploy-project.ts';
import { realOutside } from './deploy/outside.ts';
import { projectArguments } from './deploy/project-arguments.ts';
import { realProject } from './project/real-project.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { project, dryRun } = projectArguments('deploy', process.argv.slice(2));
  await deployProject(realOutside(projectRoot), { project: await realProject(projectRoot, project), dryRun });
  return 0;
});

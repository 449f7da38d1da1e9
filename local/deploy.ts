// `npm run deploy -- --project my-project`: checks, deploys and smokes; with --dry-run only checks.
import { deployProject } from './deploy/deploy-project.ts';
import { realOutside } from './deploy/outside.ts';
import { projectArguments } from './deploy/project-arguments.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  await deployProject(realOutside(projectRoot), projectArguments('deploy', process.argv.slice(2)));
  return 0;
});

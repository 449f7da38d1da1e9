// Rule: which challenges of content files have a body that cannot be shown whole.
import { bodyProblem } from './body-problem.ts';
import type { ChallengeSource } from './challenge-source.ts';
import type { ContentFault } from './refuse-faults.ts';
import { renderMarkdown } from './render-markdown.ts';

export function bodyFaults(challenges: ChallengeSource[]): ContentFault[] {
  return challenges.flatMap(({ levelId, id, bodyMarkdown }) => {
    const message = bodyProblem(renderMarkdown(bodyMarkdown));
    return message === null ? [] : [{ path: `challenges/${levelId}/${id}.md`, field: ['bodyMarkdown'], message }];
  });
}

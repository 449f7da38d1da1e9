// Rule: whether a challenge's sample answers are marked as its author says.
import { z } from 'zod';
import { grade } from '../../functions/assignments/grade.ts';
import type { ChallengeSource } from '../../functions/challenges/challenge-source.ts';
import type { ContentFault } from '../../functions/challenges/refuse-faults.ts';

/** By the grading that marks learners. `path` and `frontMatter` are of the challenge's own file. */
export function sampleFaults(
  challenge: ChallengeSource,
  { path, frontMatter }: { path: string; frontMatter: unknown },
): ContentFault[] {
  const passes = (answer: string) => {
    const mark = grade(challenge, answer);
    return mark.kind === 'marked' && mark.mark === 'PASSED';
  };
  const faults = (field: 'accepted' | 'rejected', answers: string[], isWrong: (answer: string) => boolean) =>
    answers.flatMap((answer, index) =>
      isWrong(answer) ? [{ path, field: [field, index], message: messages[field] }] : [],
    );
  return [
    ...faults('accepted', challenge.accepted, (answer) => !passes(answer)),
    ...faults('rejected', samplesSchema.parse(frontMatter).rejected ?? [], passes),
  ];
}

const samplesSchema = z.object({ rejected: z.array(z.string()).nullish() });

const messages = {
  accepted: 'does not pass by its own key: mend this answer, the answer kind or the tolerance',
  rejected: 'passes, although it is among the rejected: take it out, or make the key narrower',
};

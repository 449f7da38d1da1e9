// The content of the year: three levels, of which only the top one ever runs out, and the questionnaire.
import type { Questionnaire } from '../../functions/challenges/questionnaire.ts';
import type { Services } from '../../functions/services.ts';
import { rungs, type Task } from '../assignments/reference-model.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import type { House } from '../kit/a-house.ts';
import { aLevel } from '../kit/a-level.ts';
import { inParallel } from '../kit/in-parallel.ts';

const kinds = ['NUMBER', 'NUMBER', 'SELF_REPORT', 'NUMBER', 'NUMBER', 'REVIEW', 'NUMBER'] as const;

/** Tasks of one level, from the `from`-th on, in the order in which they are given. */
export function tasksOf(levelId: string, from: number, count: number): Task[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `${levelId}-${from + at}`,
    levelId,
    kind: kinds[(from + at) % kinds.length] ?? 'NUMBER',
  }));
}

/** Every other level has more than a year's. */
export const firstTasks: Task[] = rungs.flatMap(({ id }) => tasksOf(id, 1, id === 'sharp' ? 9 : 60));

export const titleOf = ({ id }: Task) => `About ${id}.`;

const questionnaire: Questionnaire = {
  version: '1',
  questions: [{ id: 'rung', prompt: 'Which?', choices: rungs.map(({ id }, points) => ({ id, text: id, points })) }],
  thresholds: rungs.map(({ id }, minPoints) => ({ levelId: id, minPoints })),
};

export async function saveContent({ stores }: House): Promise<void> {
  const levels = rungs.map(({ id, needed }, at) => aLevel({ id, name: id, order: at + 1, passesToAdvance: needed }));
  for (const level of levels) await stores.content.saveLevel(level);
  await stores.content.saveQuestionnaire(questionnaire);
}

export async function publish({ stores, clock }: Services, tasks: Task[]): Promise<void> {
  const { content } = await stores();
  await inParallel(tasks, 20, (task) => {
    const { id, levelId, kind } = task;
    const order = Number(id.slice(levelId.length + 1));
    const accepted = kind === 'NUMBER' ? ['8'] : [];
    const challenge = aChallenge({ id, levelId, order, title: titleOf(task), answerKind: kind, accepted });
    return content.saveChallenge({ ...challenge, publishedAt: clock.now() });
  });
}

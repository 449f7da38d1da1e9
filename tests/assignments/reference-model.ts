// What a learner's history must come to, said once more and as plainly as can be: no rule of the product is used here.

/** The ladder that histories are played on: three passes up, two, and a top rung. */
export const rungs = [
  { id: 'curious', needed: 3 },
  { id: 'keen', needed: 2 },
  { id: 'sharp', needed: 1 },
];

type AnswerKind = 'NUMBER' | 'SELF_REPORT' | 'REVIEW';
export type Task = { id: string; levelId: string; kind: AnswerKind };
export type Mark = 'PASSED' | 'FAILED' | 'PENDING_REVIEW';
export type Given = { id: string; key: string; answer: string; mark: Mark; at: number; leveledUp: boolean };
export type ModelWeek = { week: string; task: Task | null; releasedAt: number; answers: Given[] };

/** `weeks` oldest first; times in milliseconds. */
export type Model = {
  entitled: boolean;
  placedOn: string | null;
  firstAt: number | null;
  weeks: ModelWeek[];
};

/** Eight tasks a level, in the order in which they are given. */
export const tasks: Task[] = rungs.flatMap(({ id }) =>
  (['NUMBER', 'REVIEW', 'NUMBER', 'SELF_REPORT', 'NUMBER', 'REVIEW', 'NUMBER', 'REVIEW'] as const).map((kind, at) => ({
    id: `${id}-${at + 1}`,
    levelId: id,
    kind,
  })),
);

export function modelOutcome({ answers }: ModelWeek): 'OPEN' | 'PENDING_REVIEW' | 'PASSED' | 'FAILED' {
  if (answers.some(({ mark }) => mark === 'PASSED')) return 'PASSED';
  if (answers.some(({ mark }) => mark === 'PENDING_REVIEW')) return 'PENDING_REVIEW';
  return answers.length === 5 ? 'FAILED' : 'OPEN';
}

/** The instant of the submission that passed, or that waits for its review; null where there is none. */
export function answeredAt({ answers }: ModelWeek): number | null {
  return answers.find(({ mark }) => mark !== 'FAILED')?.at ?? null;
}

/** Walks up the ladder, one pass after the other. */
export function modelStanding({ placedOn, weeks }: Model): { levelId: string | null; passes: number } {
  let rung = rungs.findIndex(({ id }) => id === placedOn);
  if (rung < 0) return { levelId: null, passes: 0 };
  const passed = weeks.flatMap(({ task, answers }) =>
    answers.flatMap(({ mark, at }) => (task === null || mark !== 'PASSED' ? [] : [{ at, levelId: task.levelId }])),
  );
  passed.sort((a, b) => a.at - b.at);
  let passes = 0;
  for (const { levelId } of passed) {
    if (levelId !== rungs[rung]?.id) continue;
    passes += 1;
    if (rung < rungs.length - 1 && passes === rungs[rung]?.needed) {
      rung += 1;
      passes = 0;
    }
  }
  return { levelId: rungs[rung]?.id ?? null, passes };
}

/** Oldest week first, growing with each that was kept and starting anew after each that was not. */
export function modelStreak({ weeks }: Model): number {
  const given = weeks.filter(({ task }) => task !== null);
  let streak = 0;
  for (const [at, week] of given.entries()) {
    const outcome = modelOutcome(week);
    const answered = answeredAt(week);
    const next = given[at + 1];
    const inTime = answered !== null && (next === undefined || answered < next.releasedAt);
    const kept = outcome === 'PASSED' && inTime;
    const mayStillBe = (outcome === 'PENDING_REVIEW' && inTime) || (next === undefined && outcome === 'OPEN');
    if (kept) streak += 1;
    else if (!mayStillBe) streak = 0;
  }
  return streak;
}

/** When the next answer may come; 0 where one may come at any time. */
function nextAt(answers: Given[]): number {
  const last = answers.at(-1);
  return last === undefined ? 0 : last.at + ([1, 5, 15, 60][answers.length - 1] ?? 0) * 60_000;
}

/** What must become of an answer that is new: the mark, or the name of the refusal. */
export function expectedOf(
  model: Model,
  week: ModelWeek | undefined,
  given: { grade: Mark | 'invalid'; now: number },
): Mark | string {
  if (week === undefined) return 'NotAssignedError';
  if (!model.entitled) return 'NotEntitledError';
  const outcome = modelOutcome(week);
  if (outcome === 'PASSED') return 'AlreadyPassedError';
  if (outcome !== 'OPEN') return 'AttemptsExhaustedError';
  if (given.now < nextAt(week.answers)) return 'TooSoonError';
  return given.grade === 'invalid' ? 'InvalidAnswerError' : given.grade;
}

/** The first task of a level that the learner was never given. */
export function nextTask({ weeks }: Model, levelId: string | null): Task | null {
  return tasks.find((task) => task.levelId === levelId && !weeks.some((week) => week.task?.id === task.id)) ?? null;
}

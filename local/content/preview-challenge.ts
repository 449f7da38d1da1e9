// Shows one challenge of the content folder as a learner would see it: its mail, and the page that the mail leads to.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChallengeSource } from '../../functions/challenges/challenge-source.ts';
import type { Content } from '../../functions/challenges/examine-content.ts';
import type { Level } from '../../functions/challenges/level.ts';
import { type RenderedBody, renderMarkdown } from '../../functions/challenges/render-markdown.ts';
import { weeklyMail } from '../../functions/mail/weekly-mail.ts';
import { weekOf } from '../../functions/week.ts';
import { LocalError } from '../local-error.ts';
import { localParams } from '../stack/local-params.ts';
import { fixedPorts } from '../stack/ports.ts';
import { checkFolder } from './check-folder.ts';
import { faultLines } from './fault-lines.ts';
import { previewPage } from './preview-page.ts';
import { type ReadFolder, readFolder } from './read-folder.ts';

export type PreviewOptions = { folder: string; id: string; outFolder: string; now: Date; env: NodeJS.ProcessEnv };

/** Writes three files, and gives their paths and the mail's subject. Throws a LocalError where there is no such challenge. */
export async function previewChallenge({ folder, id, outFolder, now, env }: PreviewOptions): Promise<Preview> {
  const read = await readFolder(folder);
  const { content } = checkFolder(read);
  const challenge = content.challenges.find((each) => each.id === id);
  if (challenge === undefined) throw noChallenge(folder, id, read);
  const level = content.levels.find((each) => each.id === challenge.levelId) ?? unknownLevel(challenge.levelId);
  const body = renderMarkdown(challenge.bodyMarkdown);
  const { params } = localParams(fixedPorts, env);
  const week = weekOf(now, params.SHOP_TIME_ZONE);
  const mail = weeklyMail({
    kind: 'challenge',
    firstName: 'Ada',
    buttonUrl: `${params.PUBLIC_URL}/week/${week}`,
    unsubscribeUrl: `${params.PUBLIC_URL}/unsubscribe`,
    brandName: params.BRAND_NAME,
    postalAddress: params.POSTAL_ADDRESS,
    levelName: level.name,
    isTheirLevel: true,
    title: challenge.title,
    bodyHtml: body.html,
    bodyText: body.text,
    questionnaireUrl: null,
  });
  const paths = { mail: `${id}-mail.html`, text: `${id}-mail.txt`, page: `${id}-page.html` };
  await mkdir(outFolder, { recursive: true });
  await writeFile(join(outFolder, paths.mail), mail.html);
  await writeFile(join(outFolder, paths.text), mail.text);
  await writeFile(join(outFolder, paths.page), await previewPage(homeOf({ content, challenge, level, body, week })));
  return {
    subject: mail.subject,
    mail: join(outFolder, paths.mail),
    text: join(outFolder, paths.text),
    page: join(outFolder, paths.page),
  };
}

type Preview = { subject: string; mail: string; text: string; page: string };

/** Ada, on the challenge's level, in the first week of hers. */
function homeOf({ content, challenge, level, body, week }: Shown): object {
  const levels = content.levels.toSorted((a, b) => a.order - b.order);
  const next = levels.find(({ order }) => order > level.order);
  const assignment = {
    ...{ week, outcome: 'OPEN', attemptsLeft: 5, nextAttemptAt: null, submissions: [] },
    challenge: {
      ...{ id: challenge.id, title: challenge.title, bodyHtml: body.html },
      ...{ answerKind: challenge.answerKind, choices: challenge.choices, level: { name: level.name } },
    },
  };
  const learner = {
    ...{ id: 'shopify-1', firstName: 'Ada', level: { id: level.id, name: level.name } },
    progress: { passed: 0, needed: level.passesToAdvance, nextLevel: next === undefined ? null : { name: next.name } },
    ...{ streakWeeks: 0, mayAnswerQuestionnaire: false, mail: { status: 'SUBSCRIBED', pausedUntil: null } },
    assignments: { edges: [{ node: assignment }], pageInfo: { hasNextPage: false, endCursor: null } },
    currentAssignment: assignment,
  };
  return { kind: 'home', learner, levels, assignment, linkRefused: false, taken: null };
}

type Shown = { content: Content; challenge: ChallengeSource; level: Level; body: RenderedBody; week: string };

/** A preview needs no level's file to be right. */
function unknownLevel(id: string): Level {
  return { id, order: 1, name: id, summary: '', passesToAdvance: 1 };
}

function noChallenge(folder: string, id: string, read: ReadFolder): LocalError {
  const own = checkFolder(read).faults.filter(({ path }) => path.endsWith(`/${id}.md`));
  if (own.length > 0) return new LocalError(faultLines(folder, own).join('\n'));
  return new LocalError(
    `There is no challenge ${JSON.stringify(id)} in ${folder}: the id is its file's name without .md.`,
  );
}

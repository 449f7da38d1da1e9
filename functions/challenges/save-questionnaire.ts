// Use case: a content file brings a questionnaire.
import type { ContentStore } from './content-store.ts';
import type { Questionnaire } from './questionnaire.ts';
import { questionnaireFaults } from './questionnaire-faults.ts';
import { refuseFaults } from './refuse-faults.ts';

/** Throws `BAD_USER_INPUT` where it is not above the newest by then, and changes nothing then. */
export async function saveQuestionnaire(
  { stores }: { stores(): Promise<{ content: Pick<ContentStore, 'saveQuestionnaire'> }> },
  questionnaire: Questionnaire,
): Promise<void> {
  await (await stores()).content.saveQuestionnaire(questionnaire, (newest) =>
    refuseFaults(questionnaireFaults([questionnaire], newest)),
  );
}

// The placement questionnaire that is in force.
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Throws `NOT_FOUND` where none was published yet. */
export async function findQuestionnaire({ stores }: Pick<Services, 'stores'>): Promise<Questionnaire> {
  const questionnaire = await (await stores()).content.questionnaire();
  if (questionnaire === null) throw new AppError('NOT_FOUND', 'There is no questionnaire yet.');
  return questionnaire;
}

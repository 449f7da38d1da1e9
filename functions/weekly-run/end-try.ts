// Forgets the tries of a step that failed in a way that has a limit of its own.
import type { Services } from '../services.ts';

/** Only while the run still counts this step. */
export async function endTry(services: Services, week: string, step: string): Promise<void> {
  const { runs } = await services.stores();
  await runs.change(week, ({ tries }) => (tries?.step === step ? { tries: null } : null));
}

// Ends the sync of a run and lets it be planned.
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import { withNotice } from './run.ts';

/** Moves a syncing run to planning, with a notice for the operator where there is something to say. */
export async function endSync(services: Services, week: string, notice: string | null): Promise<void> {
  const { runs } = await services.stores();
  await runs.change(week, (run) =>
    run.state === 'syncing'
      ? { state: 'planning', notices: notice === null ? run.notices : withNotice(run, notice) }
      : null,
  );
  await (await services.queue()).publish(messages.planRun, { week });
}

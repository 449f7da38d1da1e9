// Topic plan-run: freezes the plan of a run.
import { messages } from '../messages.ts';
import { services } from '../services.ts';
import { subscriber } from '../subscriber.ts';
import { meteredStep } from './metered-step.ts';
import { planRun as plan } from './plan-run.ts';
import { workDeadline, workTimeoutSeconds } from './work-deadline.ts';

export const planRun = subscriber(
  messages.planRun,
  {
    timeoutSeconds: workTimeoutSeconds,
    memory: '512MiB',
    maxInstances: 2,
    concurrency: 1,
  },
  {
    handle: ({ week }) =>
      meteredStep(services, week, () => plan(services, { week, deadline: workDeadline(services.clock) })),
    logged: (data) => data,
  },
);

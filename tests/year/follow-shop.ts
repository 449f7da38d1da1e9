// What a walk over the shop changes in the model of the year.
import type { YearLearner, YearModel } from './year-model.ts';

/** `lagging`: numbers that Shopify's index did not show; who is known and entitled was read by id all the same. */
export function followShop(model: YearModel, lagging: ReadonlySet<string>): void {
  for (const learner of model.learners) {
    const { row, entitled } = learner;
    const isMet = row.bought && !lagging.has(row.number);
    if (isMet || (row.bought && entitled)) meet(model, learner);
    // Who bought no more is taken away, and stays as last known.
    else if (entitled) learner.entitled = false;
  }
  model.sharers = Map.groupBy(model.learners, ({ known }) => known?.key ?? null);
}

function meet({ addresses }: YearModel, learner: YearLearner): void {
  const { row, known } = learner;
  learner.entitled = true;
  const key = row.address?.toLowerCase() ?? null;
  learner.known = { key, consent: row.consent, consentAt: row.consentAt?.getTime() ?? 0 };
  if (key === null || key === known?.key) return;
  const told = addresses.get(key);
  // The wish of who had the address before follows it.
  if (told?.reason === 'UNSUBSCRIBED') learner.unsubscribedAt ??= told.since;
}

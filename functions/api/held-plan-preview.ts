// Keeps plan previews for a while: each walks all learners.
import type { Services } from '../services.ts';
import { type PlanPreview, planPreview } from '../weekly-run/plan-preview.ts';

/** The preview of a week, at most 60 s old in this instance. Calls meanwhile share one walk; a walk that failed is not kept. */
export function heldPlanPreview(services: Services, week: string): Promise<PlanPreview> {
  const now = services.clock.now().getTime();
  const byWeek = held.get(services) ?? new Map<string, HeldPlan>();
  held.set(services, byWeek);
  for (const [key, { expiresAt }] of byWeek) if (expiresAt <= now) byWeek.delete(key);
  const known = byWeek.get(week);
  if (known !== undefined) return known.preview;
  const preview = planPreview(services, week);
  byWeek.set(week, { preview, expiresAt: now + lifeSeconds * 1000 });
  preview.catch(() => byWeek.delete(week));
  return preview;
}

type HeldPlan = { preview: Promise<PlanPreview>; expiresAt: number };

/** A page that an operator looks at asks again and again; a minute is as good as now. */
const lifeSeconds = 60;
const held = new WeakMap<Services, Map<string, HeldPlan>>();

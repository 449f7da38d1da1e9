// Looks at the runs, and tells an operator what a person has to know. Every 15 minutes.
import { claimEnvironment } from '../environment/claim-environment.ts';
import type { Services } from '../services.ts';
import { apiVersion } from '../shopify/read-answer.ts';
import { addWeeks, weekOf } from '../week.ts';
import type { Alert } from './alert.ts';
import { findAlerts } from './find-alerts.ts';
import { type LogAlert, tellOperator } from './tell-operator.ts';

/** `alerts`: what holds now. `told`: what of it was told just now, or tried to. */
export type WatchTally = { alerts: number; told: number };

/** An alert that cannot be told keeps no other from being told; its error is thrown at the end. */
export async function watch(services: Services, log: LogAlert): Promise<WatchTally> {
  const alerts = await lookAround(services);
  const tally = { alerts: alerts.length, told: 0 };
  const errors: unknown[] = [];
  for (const alert of alerts) {
    try {
      if (await tellOperator(services, alert, log)) tally.told += 1;
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
  return tally;
}

async function lookAround(services: Services): Promise<Alert[]> {
  const { clock, config } = services;
  const { foreign, since } = await claimEnvironment(services);
  if (foreign !== null) {
    const id = `FOREIGN_DATABASE_${config.projectId}`;
    return [{ id, code: 'FOREIGN_DATABASE', week: null, text: foreign, patienceMinutes: 0 }];
  }
  const { timeZone, misfireGraceHours, resendUnknown } = config;
  const now = clock.now();
  const { runs } = await services.stores();
  const week = weekOf(now, timeZone);
  const recent = await Promise.all([week, addWeeks(week, -1)].map((each) => runs.get(each)));
  const found = recent.filter((run) => run !== null);
  return findAlerts(found, now, { timeZone, misfireGraceHours, resendUnknown, since, apiVersion });
}

// Looks at the runs, and tells an operator what a person has to know. Every 15 minutes.
import { claimEnvironment } from '../environment/claim-environment.ts';
import { AppError } from '../errors.ts';
import type { Services } from '../services.ts';
import { apiVersion } from '../shopify/read-answer.ts';
import type { Stores } from '../stores.ts';
import { addWeeks, weekOf } from '../week.ts';
import type { Run } from '../weekly-run/run.ts';
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
  const recent = await Promise.all([week, addWeeks(week, -1)].map((each) => read(runs, each)));
  const found = recent.flatMap(({ run }) => (run === null ? [] : [run]));
  const unreadable = recent.flatMap(({ week, fault }) => (fault === null ? [] : [{ week, fault }]));
  return findAlerts(found, now, { timeZone, misfireGraceHours, resendUnknown, since, apiVersion, unreadable });
}

type Read = { week: string; run: Run | null; fault: string | null };

/** One that cannot be read keeps nothing else from being told. */
async function read(runs: Stores['runs'], week: string): Promise<Read> {
  try {
    return { week, run: await runs.get(week), fault: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'UNREADABLE') throw error;
    return { week, run: null, fault: `${error.message}.` };
  }
}

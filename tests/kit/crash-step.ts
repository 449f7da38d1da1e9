// One step of a weekly run that an instance may be stopped or frozen in, and what is done about it.
import type { House } from './a-house.ts';
import type { Promised } from './broken-promises.ts';
import type { Published } from './fake-queue.ts';
import { type Fate, fate, Killed } from './fate.ts';
import { type HouseSnapshot, houseFrom } from './house-snapshot.ts';

export type CrashStep = {
  name: string;
  /** The house right before the step. */
  before: HouseSnapshot;
  /** What `act` delivers, where that is a message. */
  message?: Published;
  act(instance: House): Promise<unknown>;
  /** Cloud Scheduler, Pub/Sub or a person does it once more, where the instance failed. */
  comesAgain(house: House): Promise<unknown>;
  /** What happens afterwards anyway: for two hours, or until the run has ended. */
  goesOn(house: House, until: 'two hours' | 'the end'): Promise<unknown>;
  /** How the run ends, where not as `done`, and whether an operator booked as failed what nobody knew. */
  ending?: Pick<Promised, 'endsAs' | 'booked'>;
};

export type Blow = {
  kind: 'stopped' | 'frozen';
  /** Before the outside world hears of the effect, or after it did it and before the instance knows. */
  moment: 'before' | 'after';
  /** Which effect of the step, from 0. */
  at: number;
};

/** Longer than the function's time, the sender's lease and Pub/Sub's patience with a message. */
const freezeMinutes = 20;

/** The names of the step's effects where nothing strikes. */
export async function effectsOf(step: CrashStep): Promise<string[]> {
  const spared = fate(-1, 'before', () => undefined);
  const house = await houseFrom(step.before);
  const instance = house.instance(spared);
  await step.act(instance);
  await close(house, instance);
  return spared.effects;
}

/**
 * Strikes once and lets the run go on to its end; `judge` gives what is wrong then. An instance that was frozen wakes up
 * after others have done its work. Gives one sentence for each fault, which says where the blow fell.
 */
export async function strike(
  step: CrashStep,
  blow: Blow,
  judge: (house: House) => Promise<string[]>,
): Promise<string[]> {
  const house = await houseFrom(step.before);
  const faults: string[] = [];
  const struck = fate(blow.at, blow.moment, async () => {
    if (blow.kind === 'stopped') throw new Killed();
    await othersGoOn().catch((error: unknown) => faults.push(`while it was frozen: ${error}`));
  });
  const instance = house.instance(struck);
  async function othersGoOn(): Promise<void> {
    house.clock.advance(freezeMinutes * 60_000);
    await instance.expireTransactions();
    await step.comesAgain(house);
    await step.goesOn(house, 'two hours');
  }
  try {
    const failed = await step.act(instance).then(
      () => false,
      () => true,
    );
    await struck.over();
    await instance.expireTransactions();
    if (failed || struck.dead) await step.comesAgain(house);
    await step.goesOn(house, 'the end');
    if (!struck.struck) faults.push('it never struck');
    faults.push(...(await judge(house)));
  } catch (error) {
    faults.push(`afterwards: ${error}`);
  }
  await close(house, instance);
  return faults.map((fault) => `${step.name}, ${described(blow, struck)}: ${fault}`);
}

function described({ kind, moment, at }: Blow, struck: Fate): string {
  return `${kind} ${moment} effect ${at} (${struck.effects[at] ?? 'none'})`;
}

async function close(...houses: House[]): Promise<void> {
  await Promise.all(houses.map(({ db }) => db.terminate()));
}

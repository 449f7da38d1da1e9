// One week under a random schedule of troubles, and what is wrong after it.
import { recordEvent } from '../../functions/deliveries/record-event.ts';
import { resumeRun } from '../../functions/weekly-run/resume-run.ts';
import { startRun } from '../../functions/weekly-run/start-run.ts';
import { sweep } from '../../functions/weekly-run/sweep.ts';
import type { House } from '../kit/a-house.ts';
import { brokenPromises } from '../kit/broken-promises.ts';
import { type HouseSnapshot, houseFrom } from '../kit/house-snapshot.ts';
import { type Random, random } from '../kit/random.ts';
import { settleDown } from '../kit/settle-down.ts';
import { type EventPost, eventPost } from './event-post.ts';
import { type SesTroubles, sesTroubles } from './ses-troubles.ts';
import { type TroubledInstances, troubledInstances } from './troubled-instances.ts';

export type Schedule = {
  seed: number;
  /** All that happened, in order. */
  log: string[];
  /** Empty where every promise was kept. */
  broken: string[];
};

const week = '2026-W48';
const turnsMax = 60;
/** All of the troubles lie within the six hours that events are given. */
const hoursMax = 5;
const delaysMinutes = [0.1, 0.5, 1, 5, 16, 40];

type Scene = {
  house: House;
  chance: Random;
  instances: TroubledInstances;
  post: EventPost;
  ses: SesTroubles;
  endsBy: number;
  startIsDue: boolean;
};

/** `base` is a week's house whose learners are known. The same seed gives the same troubles. */
export async function schedule(seed: number, base: HouseSnapshot, learnerIds: string[]): Promise<Schedule> {
  const chance = random(seed);
  const losesEvents = chance.chance(0.2);
  // Without its event a mail must not be sent again: the parameter is for accounts whose events flow.
  const config = { resendUnknown: !losesEvents && chance.chance(0.7) };
  const batchSize = 1 + chance.below(5);
  const house = await houseFrom({ ...base, options: { batchSize, config } });
  const scene: Scene = {
    house,
    chance,
    instances: troubledInstances(house, chance),
    post: eventPost(house, chance, losesEvents ? 0.3 : 0),
    ses: sesTroubles(house.mailer, chance),
    endsBy: house.clock.now().getTime() + hoursMax * 3_600_000,
    startIsDue: true,
  };
  const log = [`batches of ${batchSize}, ${JSON.stringify(config)}${losesEvents ? ', events get lost' : ''}`];
  const broken: string[] = [];
  try {
    for (let turn = 1; turn <= turnsMax; turn += 1) log.push(`${turn}: ${await takeTurn(scene)}`);
    broken.push(...(await calm(scene, log)));
    broken.push(...(await brokenPromises(house, { week, learnerIds, endsAs: 'done', booked: losesEvents })));
  } catch (error) {
    broken.push(`it threw: ${error instanceof Error ? error.stack : error}`);
  }
  await scene.instances.close();
  await house.db.terminate();
  return { seed, log, broken };
}

/** Cloud Scheduler tries again where a start fails. */
async function start(scene: Scene): Promise<string> {
  scene.startIsDue = false;
  const failed = () => {
    scene.startIsDue = true;
  };
  return `start: ${await scene.instances.run((instance) => startRun(instance.services, { week, by: 'schedule' }), { effects: 8, failed })}`;
}

async function takeTurn(scene: Scene): Promise<string> {
  const { house, chance, instances, post, ses } = scene;
  const lot = chance.below(100);
  const { waiting } = house.queue;
  if (lot < 5) return ses.strike();
  if (lot < 6 || scene.startIsDue) return start(scene);
  if (lot < 14) return mend(scene);
  if (lot < 24)
    return `sweep: ${await instances.run((instance) => sweep(instance.services), { effects: 6, failed: () => undefined })}`;
  if (lot < 38 && instances.asleep() > 0) return instances.wake();
  if (lot < 52) return delay(scene);
  if (lot < 66 && post.waiting() > 0) return tell(scene);
  if (waiting.length === 0) return delay(scene);
  const [message] = waiting.splice(chance.below(waiting.length), 1);
  if (message === undefined) return 'nothing waits';
  const twice = chance.chance(0.15);
  if (twice) waiting.push(message);
  const how = await instances.run((instance) => instance.deliver(message), {
    effects: message.topic === 'send-mails' ? 32 : 14,
    failed: () => waiting.push(message),
  });
  return `${message.topic} ${JSON.stringify(message.data)}${twice ? ', comes again' : ''}: ${how}`;
}

function delay({ house, chance, endsBy }: Scene): string {
  const minutes = chance.pick(delaysMinutes);
  if (house.clock.now().getTime() + minutes * 60_000 > endsBy) return 'no more time';
  house.clock.advance(minutes * 60_000);
  return `${minutes} minutes`;
}

/** SNS sends an event again where it was not taken, and sometimes where it was. */
async function tell({ chance, instances, post }: Scene): Promise<string> {
  const taken = post.take();
  if (taken === undefined) return 'no event waits';
  const { event, again } = taken;
  if (chance.chance(0.2)) again();
  const how = await instances.run((instance) => recordEvent(instance.services, event), { effects: 1, failed: again });
  return `${event.kind} of ${event.assignmentId}: ${how}`;
}

/** Somebody mends the account, and resumes the run if it is paused. */
async function mend({ house, ses }: Scene): Promise<string> {
  ses.mend();
  const run = await house.stores.runs.get(week);
  if (run?.state !== 'paused') return 'mended';
  await resumeRun(house.services, { week });
  return `mended and resumed: ${run.reason}`;
}

/** No more trouble: who sleeps wakes, SES is well, what is left to be told is told. Gives what should not have been. */
async function calm(scene: Scene, log: string[]): Promise<string[]> {
  const { house, instances, post, ses } = scene;
  const broken: string[] = [];
  while (instances.asleep() > 0) log.push(await instances.wake());
  ses.mend();
  if (scene.startIsDue) await startRun(house.services, { week, by: 'schedule' });
  const hear = async () => {
    while (post.waiting() > 0) {
      const taken = post.take();
      if (taken !== undefined) await recordEvent(house.services, taken.event);
    }
  };
  for (let resumed = 0; resumed < 3; resumed += 1) {
    await settleDown(house, week, { hear });
    const run = await house.stores.runs.get(week);
    if (run?.state !== 'paused') break;
    if (!ses.mayPause()) broken.push(`the run paused itself though SES was well: ${run.reason}`);
    log.push(await mend(scene));
  }
  return broken;
}

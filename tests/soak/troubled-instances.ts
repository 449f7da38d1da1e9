// The instances of one schedule: some are stopped, some freeze and wake up when others have gone on.
import type { House } from '../kit/a-house.ts';
import { fate, Killed } from '../kit/fate.ts';
import type { Random } from '../kit/random.ts';

export type TroubledInstances = {
  /**
   * Does something of about so many effects on an instance of its own; `failed` is called where it has to be done again.
   * Says how it went.
   */
  run(act: (instance: House) => Promise<unknown>, how: { effects: number; failed: () => void }): Promise<string>;
  asleep(): number;
  /** Wakes one that froze, and lets it end. */
  wake(): Promise<string>;
  close(): Promise<void>;
};

/** Chances that an instance is stopped, and that it freezes. */
const stops = 0.25;
const freezes = 0.25;

type Sleeper = { name: string; thaw(): void; ended: Promise<string>; instance: House };

export function troubledInstances(house: House, chance: Random): TroubledInstances {
  const sleepers: Sleeper[] = [];
  const instances: House[] = [];

  /** The server ends the transactions of who is silent for a minute. */
  async function expire(): Promise<void> {
    for (const { instance } of sleepers) await instance.expireTransactions();
  }

  return {
    asleep: () => sleepers.length,

    async run(act, { effects, failed }) {
      await expire();
      const luck = chance.below(100) / 100;
      const blow = luck < stops ? 'stop' : luck < stops + freezes ? 'freeze' : null;
      const at = chance.below(effects);
      const moment = chance.chance(0.5) ? 'before' : 'after';
      const frozen = Promise.withResolvers<void>();
      const thawed = Promise.withResolvers<void>();
      const hit = fate(blow === null ? -1 : at, moment, () => {
        if (blow === 'stop') throw new Killed();
        frozen.resolve();
        return thawed.promise;
      });
      const instance = house.instance(hit);
      instances.push(instance);
      const name = () => `${moment} effect ${at} (${hit.effects[at]})`;
      const ended = act(instance)
        .then(
          () => 'done',
          (error: unknown) => (hit.dead ? `stopped ${name()}` : `failed: ${error}`),
        )
        .then(async (how) => {
          await hit.over();
          await instance.expireTransactions();
          if (how !== 'done' || hit.dead) failed();
          return hit.dead ? `stopped ${name()}` : how;
        });
      const how = await Promise.race([ended, frozen.promise.then(() => null)]);
      if (how !== null) return how;
      sleepers.push({ name: name(), thaw: thawed.resolve, ended, instance });
      // Frozen for longer than the server waits for it.
      house.clock.advance(60_000);
      await expire();
      return `froze ${name()}`;
    },

    async wake() {
      const [sleeper] = sleepers.splice(chance.below(sleepers.length), 1);
      if (sleeper === undefined) return 'nobody sleeps';
      await sleeper.instance.expireTransactions();
      sleeper.thaw();
      return `${sleeper.name} woke: ${await sleeper.ended}`;
    },

    close: async () => void (await Promise.all(instances.map(({ db }) => db.terminate()))),
  };
}

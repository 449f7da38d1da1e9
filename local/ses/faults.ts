// Holds the switched faults and decides which of them hit a call.
import type { FaultName, Faults } from './faults-schema.ts';

export type FaultSwitches = {
  replace(faults: Faults): void;
  /** What is still switched, with the calls left to hit. */
  current(): Faults;
  /** True when the fault hits this call; counts the hit. */
  hits(name: FaultName, to: string[]): boolean;
  /** The delay of this call's answer or of its events, 0 for none; counts the hit. */
  takeMilliseconds(name: 'delay' | 'delayEvents', to: string[]): number;
};

/** No fault is switched at first. */
export function createFaultSwitches(): FaultSwitches {
  let faults: Faults = {};
  const hits = (name: FaultName, to: string[]): boolean => {
    const fault = faults[name];
    if (!fault) return false;
    if (fault.to !== undefined && !to.some((address) => isSameAddress(address, fault.to))) return false;
    if (fault.times === undefined) return true;
    const { [name]: _spent, ...others } = faults;
    faults = fault.times > 1 ? { ...faults, [name]: { ...fault, times: fault.times - 1 } } : others;
    return true;
  };
  return {
    replace: (changed) => {
      faults = changed;
    },
    current: () => faults,
    hits,
    takeMilliseconds: (name, to) => {
      const milliseconds = faults[name]?.milliseconds ?? 0;
      return hits(name, to) ? milliseconds : 0;
    },
  };
}

function isSameAddress(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}

// What this tab remembers until it is closed.
import { DRAFT_PREFIX } from './answer-draft.ts';

/** `sessionStorage`, or this script's memory where the browser keeps nothing: then only a reload loses something. */
export const visitStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { forgetDrafts: () => void } = {
  getItem: (name) => attempt((storage) => storage.getItem(name)) ?? memory.get(name) ?? null,
  setItem(name, value) {
    memory.set(name, value);
    attempt((storage) => storage.setItem(name, value));
  },
  removeItem(name) {
    memory.delete(name);
    attempt((storage) => storage.removeItem(name));
  },
  /** For signing out: the next person at this screen shall find nothing. */
  forgetDrafts() {
    const names = [...memory.keys(), ...(attempt((storage) => Object.keys(storage)) ?? [])];
    for (const name of names) if (name.startsWith(DRAFT_PREFIX)) this.removeItem(name);
  },
};

const memory = new Map<string, string>();

function attempt<Result>(work: (storage: Storage) => Result): Result | null {
  try {
    return work(window.sessionStorage);
  } catch {
    return null;
  }
}

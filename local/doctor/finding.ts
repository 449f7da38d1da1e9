// What a check found, in one of three answers.

/** `found` and `mend` hold no address, token or secret. `mend` is where to click or what to run. */
export type Finding = { answer: 'ok'; found: string } | { answer: 'warning' | 'fix this'; found: string; mend: string };

/** Makes findings. */
export const finding = {
  ok: (found: string): Finding => ({ answer: 'ok', found }),
  warning: (found: string, mend: string): Finding => ({ answer: 'warning', found, mend }),
  fixThis: (found: string, mend: string): Finding => ({ answer: 'fix this', found, mend }),
};

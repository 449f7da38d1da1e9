// Shows how far a command is: one line that is written over in a terminal, plain lines elsewhere.

export type Progress = {
  /** What begins now; printed always. Takes the place of the line before in a terminal, as all do. */
  begin(line: string): void;
  /** How far it is; elsewhere than in a terminal at most one line in 2 s. */
  show(line: string): void;
  /** Ends the line for good, so that others can be printed; what is shown later is not. */
  end(): void;
};

const quietMilliseconds = 2_000;

/** `now` gives milliseconds from any start. */
export function progress(
  output: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  now: () => number = () => performance.now(),
): Progress {
  let shown = '';
  let shownAt = Number.NEGATIVE_INFINITY;
  let pending = '';
  let ended = false;
  const print = (line: string) => {
    if (ended) return;
    [shown, shownAt] = [line, now()];
    output.write(output.isTTY ? `\r\x1b[2K${line}` : `${line}\n`);
  };
  return {
    begin(line) {
      pending = line;
      print(line);
    },
    show(line) {
      pending = line;
      if (line !== shown && (output.isTTY || now() - shownAt >= quietMilliseconds)) print(line);
    },
    end() {
      if (pending !== shown) print(pending);
      if (output.isTTY && shown !== '' && !ended) output.write('\n');
      ended = true;
    },
  };
}

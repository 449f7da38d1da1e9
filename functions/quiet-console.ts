// Keeps what an error quotes out of the log, where the runtime prints it and not we; loaded before all else.
import { quietError } from './quiet-error.ts';

// The runtime reads a request's body before any code of ours runs. Where that fails, Express prints the error, and the
// message of a JSON error quotes the body; so does the error's own property `body`. It also prints what a function throws.
// Both look `console.error` up when they print, so they print through this one.
const print = console.error.bind(console);
console.error = (...values: unknown[]) => print(...values.map(quietError));

// What holds for every function; loaded before any is defined.
import { setGlobalOptions } from 'firebase-functions/options';

// A run-away loop must not cost more than ten instances a function.
setGlobalOptions({ region: 'us-central1', maxInstances: 10 });

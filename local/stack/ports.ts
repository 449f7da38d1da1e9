// The ports of a local stack.

/** Each port of a stack on 127.0.0.1, by what listens there. `ses` is the mailbox too. */
export type Ports = Record<(typeof portNames)[number], number>;

const portNames = [
  'hosting',
  'functions',
  'firestore',
  'firestoreWebsocket',
  'pubsub',
  'auth',
  'ses',
  'shopify',
  'hub',
  'logging',
  'eventarc',
  'tasks',
] as const;

/** The addresses of `npm start`; firebase.json and the README name the same. */
export const fixedPorts: Ports = {
  hosting: 5000,
  functions: 5001,
  firestore: 8080,
  firestoreWebsocket: 9150,
  pubsub: 8085,
  auth: 9099,
  ses: 8005,
  shopify: 8006,
  hub: 4400,
  logging: 4500,
  eventarc: 9299,
  tasks: 9499,
};

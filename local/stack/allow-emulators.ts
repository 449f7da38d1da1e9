// Lets the page of a local stack call the Auth emulator, which its content security policy forbids elsewhere.

/** Of the text of firebase.json, with every `connect-src` of the page widened by the ports of this machine. */
export function allowEmulators(firebaseJson: string): string {
  return firebaseJson.replaceAll("connect-src 'self'", "connect-src 'self' http://127.0.0.1:*");
}

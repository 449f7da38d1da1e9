// Rule: which address confirms a subscription.

/** Whether it is this origin's own confirmation, by ConfirmSubscription, of a subscription to this topic. */
export function isConfirmationUrl(url: string, { origin, topicArn }: { origin: string; topicArn: string }): boolean {
  // As text: a user, a port or a look-alike ends the origin differently.
  if (!url.startsWith(`${origin}/?`)) return false;
  const query = new URLSearchParams(url.slice(origin.length + 2));
  const isOnly = (name: string, value: string) => query.getAll(name).length === 1 && query.get(name) === value;
  return isOnly('Action', 'ConfirmSubscription') && isOnly('TopicArn', topicArn) && !url.includes('#');
}

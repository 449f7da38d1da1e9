// The answers of the AWS Query protocol: a result or an error as XML.
import { randomUUID } from 'node:crypto';
import { escapeMarkup } from './escape-markup.ts';
import type { Reply } from './reply.ts';
import { SesError } from './ses-error.ts';

/** A text, a list (each in `<member>`), a map (each in `<entry>`), or a structure with its members in order. */
export type ReplyValue = string | ReplyValue[] | Map<string, ReplyValue> | { [name: string]: ReplyValue };

/** The result of an action with its members in order, or the ErrorResponse of a refusal. */
export function queryReply(action: string, outcome: Record<string, ReplyValue> | SesError): Reply {
  const requestId = randomUUID();
  const isError = outcome instanceof SesError;
  const body = isError ? errorXml(outcome, requestId) : resultXml(action, outcome, requestId);
  const status = isError ? outcome.status : 200;
  return { status, contentType: 'text/xml', body, headers: { 'x-amzn-requestid': requestId } };
}

function resultXml(action: string, members: Record<string, ReplyValue>, requestId: string): string {
  return `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
  <${action}Result>${valueXml(members)}</${action}Result>
  <ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>
</${action}Response>
`;
}

function valueXml(value: ReplyValue): string {
  if (typeof value === 'string') return escapeMarkup(value);
  if (Array.isArray(value)) return value.map((each) => `<member>${valueXml(each)}</member>`).join('');
  if (value instanceof Map) {
    const entries = [...value].map(([key, each]) => valueXml({ entry: { key, value: each } }));
    return entries.join('');
  }
  return Object.entries(value)
    .map(([name, each]) => `<${name}>${valueXml(each)}</${name}>`)
    .join('');
}

function errorXml(error: SesError, requestId: string): string {
  const type = error.status < 500 ? 'Sender' : 'Receiver';
  return `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
  <Error><Type>${type}</Type><Code>${error.code}</Code><Message>${escapeMarkup(error.message)}</Message></Error>
  <RequestId>${requestId}</RequestId>
</ErrorResponse>
`;
}

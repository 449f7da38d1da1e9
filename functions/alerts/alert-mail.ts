// The mail that tells an operator of an alert.
import type { Config } from '../config.ts';
import { asciiDomain } from '../mail/ascii-domain.ts';
import { composeMime } from '../mail/compose-mime.ts';
import { escapeHtml } from '../mail/escape-html.ts';
import type { OutgoingMail } from '../mail/mailer.ts';
import type { Alert } from './alert.ts';

/** Plain and short, no mail of the list. Null without OPERATOR_EMAIL. Throws `MISCONFIGURED`. */
export async function alertMail(config: Config, { code, week, text }: Alert): Promise<OutgoingMail | null> {
  if (config.operatorEmail === undefined) return null;
  const to = asciiDomain(config.operatorEmail);
  const lines = [text, `This is told once. Its code is ${code}; the log has it too.`];
  const mime = await composeMime({
    from: { name: config.brandName, address: config.mailFrom },
    to: { name: null, address: to },
    replyTo: config.mailReplyTo,
    content: {
      subject: [config.brandName, code, week].filter(Boolean).join(' · '),
      text: `${lines.join('\n\n')}\n`,
      html: lines.map((line) => `<p>${escapeHtml(line)}</p>\n`).join(''),
    },
    unsubscribeUrl: null,
  });
  return { to, mime, tags: { 'ses:feedback-id-a': 'alert' } };
}

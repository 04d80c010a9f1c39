import { createHmac } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { ProblemWords } from '../../contracts/kernel/problem-words.ts';
import { deliveryWords } from '../../contracts/kernel/words.ts';
import type { Db } from './db/database.ts';

/** Where notices go besides the workbench. Each way is off when it is not configured. */
export interface DeliverySettings {
  readonly publicUrl: string;
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly webhook: WebhookSettings | null;
}

export interface WebhookSettings {
  readonly url: string;
  readonly kind: 'signed' | 'wecom' | 'dingtalk';
  readonly secret: string;
}

type DeliveryTables = {
  notices: {
    jurisdiction_id: string;
    id: string;
    person_id: string;
    code: string;
    facts: Record<string, unknown>;
    mailed_at: string | null;
    hooked_at: string | null;
  };
};

export interface DeliveryParts {
  readonly settings: DeliverySettings;
  readonly words: ProblemWords;
  /** Runs work that sees one jurisdiction. */
  inScope<T>(jurisdiction: string, work: (db: Db) => Promise<T>): Promise<T>;
  /** The e-mail address that a person left, or null. */
  mailOf(personId: string): Promise<string | null>;
  /** Sends an HTTP request; the global fetch but in tests. */
  readonly send: typeof fetch;
}

/** The Chinese sentence of a notice. */
export function noticeSentence(
  words: ProblemWords,
  code: string,
  facts: Readonly<Record<string, unknown>>,
): string {
  const word = words[code];
  if (word === undefined) return deliveryWords.plain;
  return typeof word === 'string' ? word : word({ ...facts });
}

/**
 * Carries one notice out by the ways that are set up. Each way is marked when it succeeded, so a retry
 * after a failure of the other does not repeat it; a failure is thrown and the queue tries again later.
 */
export async function deliverNotice(parts: DeliveryParts, jurisdiction: string, id: string): Promise<void> {
  const notice = await parts.inScope(jurisdiction, (db) =>
    db
      .withTables<DeliveryTables>()
      .selectFrom('notices')
      .select(['person_id', 'code', 'facts', 'mailed_at', 'hooked_at'])
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  if (!notice) return;
  const text = noticeSentence(parts.words, notice.code, notice.facts);
  const { mail, webhook } = parts.settings;
  const address = mail && notice.mailed_at === null ? await parts.mailOf(notice.person_id) : null;
  if (mail && address) {
    await createTransport(mail.url).sendMail({
      from: mail.from,
      to: address,
      subject: deliveryWords.subject,
      text: `${text}\n\n${parts.settings.publicUrl}`,
    });
    await mark(parts, jurisdiction, id, 'mailed_at');
  }
  if (webhook && notice.hooked_at === null) {
    await callWebhook(parts.send, webhook, { id, text, url: parts.settings.publicUrl });
    await mark(parts, jurisdiction, id, 'hooked_at');
  }
}

async function mark(
  parts: DeliveryParts,
  jurisdiction: string,
  id: string,
  way: 'mailed_at' | 'hooked_at',
): Promise<void> {
  await parts.inScope(jurisdiction, (db) =>
    db
      .withTables<DeliveryTables>()
      .updateTable('notices')
      .set({ [way]: new Date().toISOString() })
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id', '=', id)
      .execute(),
  );
}

const TIMEOUT_MS = 10_000;

/** Calls the configured webhook; the receiver can check that the call comes from here and is fresh. */
export async function callWebhook(
  send: typeof fetch,
  settings: WebhookSettings,
  message: { id: string; text: string; url: string },
): Promise<void> {
  const { url, body, headers } = webhookRequest(settings, message, Date.now());
  const answer = await send(url, {
    method: 'POST',
    body,
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`webhook answered ${answer.status}`);
  if (settings.kind === 'signed') return;
  // 企业微信 and 钉钉 answer 200 to a message they refused (wrong key, too many a minute) and say so in the body.
  const { errcode } = (await answer.json()) as { errcode?: unknown };
  if (errcode !== 0) throw new Error(`webhook answered errcode ${String(errcode)}`);
}

/**
 * The request for a webhook of a kind. `signed`: HMAC-SHA256 over `timestamp.body` in the header x-juzhen-signature.
 * `dingtalk`: timestamp and signature in the address, as 钉钉自定义机器人 asks. `wecom`: the key is part of the address.
 */
export function webhookRequest(
  settings: WebhookSettings,
  message: { id: string; text: string; url: string },
  nowMs: number,
): { url: string; body: string; headers: Record<string, string> } {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (settings.kind === 'signed') {
    const body = JSON.stringify(message);
    const signature = createHmac('sha256', settings.secret).update(`${nowMs}.${body}`).digest('hex');
    return {
      url: settings.url,
      body,
      headers: { ...headers, 'x-juzhen-timestamp': String(nowMs), 'x-juzhen-signature': signature },
    };
  }
  const body = JSON.stringify({ msgtype: 'text', text: { content: `${message.text}\n${message.url}` } });
  if (settings.kind === 'wecom') return { url: settings.url, body, headers };
  const url = new URL(settings.url);
  url.searchParams.set('timestamp', String(nowMs));
  url.searchParams.set(
    'sign',
    createHmac('sha256', settings.secret).update(`${nowMs}\n${settings.secret}`).digest('base64'),
  );
  return { url: url.toString(), body, headers };
}

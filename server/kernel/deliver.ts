import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import type { ProblemWords } from '../../contracts/kernel/problem-words.ts';
import { deliveryWords } from '../../contracts/kernel/words.ts';
import type { Db } from './db/database.ts';

/** Where notices go besides the workbench. Each way is off when it is not configured. */
interface DeliverySettings {
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

interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
}

export interface DeliveryParts {
  readonly settings: DeliverySettings;
  readonly words: ProblemWords;
  /** Runs work that sees one jurisdiction. */
  inScope<T>(jurisdiction: string, work: (db: Db) => Promise<T>): Promise<T>;
  /** The e-mail address and mobile phone that a person left; nothing else of a person ever leaves the house. */
  contactOf(personId: string): Promise<Contact>;
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
  const mailing = mail !== null && notice.mailed_at === null;
  const hooking = webhook !== null && notice.hooked_at === null;
  const { email, phone } =
    mailing || (hooking && webhook.kind === 'signed')
      ? await parts.contactOf(notice.person_id)
      : { email: null, phone: null };
  if (mailing && email) {
    await createTransport(mail.url).sendMail({
      from: mail.from,
      to: email,
      subject: deliveryWords.subject,
      text: `${text}\n\n${parts.settings.publicUrl}`,
    });
    await mark(parts, jurisdiction, id, 'mailed_at');
  }
  if (hooking) {
    if (webhook.kind === 'signed' || (await speaksForGroup(parts, jurisdiction, id)))
      await callWebhook(parts.send, webhook, { id, text, url: parts.settings.publicUrl, to: { phone } });
    await mark(parts, jurisdiction, id, 'hooked_at');
  }
}

/**
 * A group robot says a thing once, not once for each of the people told: of the notices with the same words about the
 * same subject under the same key, or of the same day where they have none, the first one speaks. Which is first does
 * not change with the order of deliveries, so no two processes say it twice.
 */
async function speaksForGroup(parts: DeliveryParts, jurisdiction: string, id: string): Promise<boolean> {
  return parts.inScope(jurisdiction, async (db) => {
    const { rows } = await sql<{ first: string }>`
      select other.id as first from notices as this join notices as other
        on other.jurisdiction_id = this.jurisdiction_id and other.subject_type = this.subject_type
        and other.subject_id = this.subject_id and other.code = this.code and other.facts = this.facts
        and other.dedupe_key is not distinct from this.dedupe_key
        and (this.dedupe_key is not null or (other.created_at at time zone 'Asia/Shanghai')::date
          = (this.created_at at time zone 'Asia/Shanghai')::date)
      where this.jurisdiction_id = ${jurisdiction} and this.id = ${id} order by other.id limit 1`.execute(db);
    return rows[0]?.first === id;
  });
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

/** What a webhook is told. `to` is for gateways of text messages; group robots are not told it. */
interface WebhookMessage {
  readonly id: string;
  readonly text: string;
  readonly url: string;
  readonly to?: { readonly phone: string | null };
}

const TIMEOUT_MS = 10_000;

/** Calls the configured webhook; the receiver can check that the call comes from here and is fresh. */
export async function callWebhook(
  send: typeof fetch,
  settings: WebhookSettings,
  message: WebhookMessage,
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
  message: WebhookMessage,
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

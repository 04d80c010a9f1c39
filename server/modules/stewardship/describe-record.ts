import type { KeepBody } from '../../../contracts/stewardship/wire-records.ts';
import { rightsNames } from '../../../contracts/stewardship/words.ts';
import type { Operator } from '../directory/index.ts';
import { type Flaw, paperKinds, type RecordContent, type StewardshipRecord } from './model.ts';

/** What the directory knows of the post that is named. */
interface Holder {
  readonly appointmentId: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string;
}

/** Names for what is entered as a code. */
export interface Titles {
  readonly holder: Holder | null;
  readonly agreement: StewardshipRecord | null;
  readonly operator: Operator | null;
  /** What the regulations call a role, licence or paper. */
  item(kind: KeepBody['kind'], key: string): string;
}

type Described = Pick<StewardshipRecord, 'key' | 'title' | 'content' | 'validTo' | 'appointmentId' | 'flaws'>;

/** How a record stands in the ledger: its key, what it is called, what was entered, and what is wrong with it by itself. */
export function describeRecord(body: KeepBody, titles: Titles): Described {
  const flaws: Flaw[] = paperKinds.includes(body.kind) ? ['no-file'] : [];
  const plain = {
    validTo: 'validTo' in body ? body.validTo : null,
    appointmentId: null as string | null,
    flaws: flaws as readonly Flaw[],
  };
  return { ...plain, ...described(body, titles) };
}

type Part = Pick<Described, 'key' | 'title' | 'content'> & Partial<Described>;

function described(body: KeepBody, titles: Titles): Part {
  switch (body.kind) {
    case 'person':
      return { key: body.key, ...holding(titles.holder) };
    case 'rights':
      return rightsOf(body, titles);
    case 'tasks':
      return { key: 'tasks', title: titles.item('tasks', 'tasks'), content: { tasks: body.tasks } };
    case 'service':
      return serviceOf(body);
    case 'activity':
      return { key: body.key, title: titles.item('licence', body.key), content: {} };
    case 'licence': {
      const { number, issuer } = body;
      return { key: body.key, title: titles.item('licence', body.key), content: { number, issuer } };
    }
    case 'paper':
      return { key: body.key, title: body.title, content: { version: body.version } };
    case 'funding':
      return { key: 'funding', title: body.source, content: { amount: body.amount } };
    case 'consultation': {
      const { partners, outcome } = body;
      return { key: 'consultation', title: body.topic, content: { partners, outcome } };
    }
    default:
      return ofOperator(body, titles.operator?.name ?? '');
  }
}

function holding(holder: Holder | null): Pick<Described, 'title' | 'content' | 'appointmentId'> {
  return {
    title: holder?.name ?? '',
    appointmentId: holder?.appointmentId ?? null,
    content: { post: holder?.title ?? null, unit: holder?.unitName ?? null },
  };
}

function rightsOf(body: Extract<KeepBody, { kind: 'rights' }>, titles: Titles): Part {
  const content: RecordContent = { scope: body.scope };
  if (body.key === 'software') return { key: body.key, title: body.name ?? '', content };
  if (body.key === 'staff' || titles.holder) {
    const held = holding(titles.holder);
    return { key: body.key, ...held, content: { ...held.content, ...content } };
  }
  const title = titles.agreement?.title ?? body.name ?? rightsNames.outside ?? '';
  return { key: body.key, title, content: { ...content, unit: titles.agreement?.content.operator ?? null } };
}

function serviceOf(body: Extract<KeepBody, { kind: 'service' }>): Part {
  const { name, serviceKind, url, network, item, signOn } = body;
  return {
    key: 'service',
    title: name,
    content: { serviceKind, url, network, item, signOn },
    flaws: [
      ...(network === null ? ['off-network' as const] : []),
      ...(signOn ? [] : ['own-sign-on' as const]),
    ],
  };
}

function ofOperator(
  body: Extract<KeepBody, { kind: 'purchase' | 'contract' | 'agreement' | 'supervision' }>,
  operator: string,
): Part {
  const key = body.operatorId;
  switch (body.kind) {
    case 'purchase': {
      const { method, candidates, result } = body;
      return { key, title: operator, content: { operator, method, candidates, result } };
    }
    case 'contract': {
      const { number, matters, duties, amount } = body;
      return { key, title: operator, content: { operator, number, matters, duties, amount } };
    }
    case 'agreement':
      return { key, title: body.personName, content: { operator } };
    case 'supervision':
      return { key, title: body.found, content: { operator, followUp: body.followUp } };
  }
}

import type { Declared } from '../../../contracts/checking/wire.ts';

/** A picture of the text that its author declares to be a map. */
export interface DraftMap {
  readonly label: string;
  readonly reviewNumber: string;
}

/** What a person has typed for a check. */
export interface Draft {
  readonly unit: string;
  readonly text: string;
  readonly reprintSource: string;
  readonly reprintUrl: string;
  readonly reprintTitle: string;
  readonly ownTitle: string;
  readonly reprintBody: string;
  readonly ground: '' | NonNullable<Declared['exemption']>['ground'];
  readonly groundReason: string;
  readonly maps: readonly DraftMap[];
  readonly unifiedText: string;
  readonly channel: string;
  readonly channelText: string;
}

export const emptyDraft: Draft = {
  unit: '',
  text: '',
  reprintSource: '',
  reprintUrl: '',
  reprintTitle: '',
  ownTitle: '',
  reprintBody: '',
  ground: '',
  groundReason: '',
  maps: [],
  unifiedText: '',
  channel: '',
  channelText: '',
};

type Texts = Readonly<Record<string, string>>;

/** Only what was filled in, without blanks around it. */
function filled<T extends Texts>(texts: T): { [K in keyof T]?: string } {
  const kept = Object.entries(texts).map(([key, text]) => [key, text.trim()] as const);
  return Object.fromEntries(kept.filter(([, text]) => text !== '')) as { [K in keyof T]?: string };
}

/** What the author declares, where anything was filled in. */
export function declaredOf(draft: Draft): Declared | null {
  const { ground, groundReason, unifiedText, channelText } = draft;
  const reprint = filled({
    source: draft.reprintSource,
    url: draft.reprintUrl,
    title: draft.reprintTitle,
    ownTitle: draft.ownTitle,
    body: draft.reprintBody,
  });
  const maps = draft.maps.flatMap(({ label, reviewNumber }) =>
    label.trim() === '' ? [] : [{ label: label.trim(), ...filled({ reviewNumber }) }],
  );
  const channel = draft.channel.trim();
  const declared: Declared = {
    ...(Object.keys(reprint).length > 0 ? { reprint } : {}),
    ...(ground ? { exemption: { ground, reason: groundReason.trim() } } : {}),
    ...(maps.length > 0 ? { maps } : {}),
    ...(unifiedText.trim() ? { unifiedText } : {}),
    ...(channel !== '' && channelText.trim() ? { channels: [{ channel, text: channelText }] } : {}),
  };
  return Object.keys(declared).length > 0 ? declared : null;
}

import type { Answer, Chain, Day } from '../../policy/index.ts';

/** A government website. */
export interface Site {
  readonly jurisdiction: string;
  readonly id: string;
  readonly name: string;
  /** The main domain first. */
  readonly domains: readonly string[];
  /** 政府网站标识码. */
  readonly siteCode: string | null;
  /** Record number at the telecoms authority (ICP 备案). */
  readonly icp: string | null;
  /** Record number at the police (公安备案). */
  readonly police: string | null;
  readonly hostUnitId: string;
  readonly hostName: string;
  /** The account by which the registry knows this channel. */
  readonly accountId: string | null;
  readonly openedOn: Day | null;
  readonly version: number;
}

/** A unit's own section (专栏) on a site. */
export interface Section {
  readonly jurisdiction: string;
  readonly id: string;
  readonly siteId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly name: string;
  /** The last part of its address by rule, its own as long as it stands; null where no rule gives one. */
  readonly initials: string | null;
  readonly address: string;
  readonly builtOn: Day | null;
  readonly requestId: string | null;
  readonly closedOn: Day | null;
  readonly version: number;
}

/** A column (栏目) of a section, or of the main site where `sectionId` is null. */
export interface Column {
  readonly jurisdiction: string;
  readonly id: string;
  readonly siteId: string;
  readonly sectionId: string | null;
  /** Who keeps it up; null while nobody has been named. */
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly name: string;
  readonly updateClass: string | null;
  readonly address: string;
  readonly builtOn: Day | null;
  readonly requestId: string | null;
  readonly closedOn: Day | null;
  readonly version: number;
}

export type RequestState =
  | 'draft'
  | 'in-approval'
  | 'returned'
  | 'approved'
  | 'built'
  | 'refused'
  | 'withdrawn';

/** The lawful moves of a request. What was agreed to is built; what was refused is asked for anew. */
const requestMoves: Readonly<Record<RequestState, readonly RequestState[]>> = {
  draft: ['in-approval', 'withdrawn'],
  'in-approval': ['approved', 'returned', 'refused', 'withdrawn'],
  returned: ['in-approval', 'withdrawn'],
  approved: ['built', 'withdrawn'],
  built: [],
  refused: [],
  withdrawn: ['in-approval'],
};

/** Whether a request may go from one state to another. */
export function mayMove(from: RequestState, to: RequestState): boolean {
  return requestMoves[from].includes(to);
}

/** States in which the unit may still change what it asks for. */
export const editableStates: readonly RequestState[] = ['draft', 'returned', 'withdrawn'];

/** A unit's request to the body that builds: for a section of its own, or for a column in it. */
export interface ColumnRequest {
  readonly jurisdiction: string;
  readonly id: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly kind: 'section' | 'column';
  readonly sectionId: string | null;
  readonly name: string;
  readonly updateClass: string | null;
  readonly purpose: string;
  readonly state: RequestState;
  readonly revision: number;
  readonly version: number;
  /** The route as it held on the day the request was begun. */
  readonly chain: Answer<Chain>;
  readonly pack: string | null;
  readonly packVersion: string | null;
  readonly pinnedOn: Day;
  readonly contentDigest: string | null;
  readonly approvalId: string | null;
  /** Who has to build it, fixed at submission. */
  readonly builder: { readonly unitId: string; readonly name: string } | null;
  readonly built: Built | null;
  readonly submitted: {
    readonly at: string;
    readonly personId: string | null;
    readonly personName: string;
    readonly post: string;
  } | null;
  readonly approvedAt: string | null;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly updatedAt: string;
}

/** What was built on a request: the section or column, when, at which address, by whom. */
interface Built {
  readonly id: string;
  readonly on: Day;
  readonly address: string;
  readonly by: string;
  readonly at: string;
}

/** A name as it is compared: two columns that read the same are the same. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** An address as it is compared: without scheme and trailing slash, in lower case. */
export function addressKey(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '');
}

/** Where a column stands for the question of whether its name is taken: its section, or the main site. */
export function placeOf(siteId: string, sectionId: string | null): string {
  return sectionId ?? siteId;
}

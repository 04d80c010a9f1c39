import type { Day, Tier, UnitKind } from '../../policy/index.ts';

/** An organisation in the tree; `path` runs from the root down to the unit itself. */
export interface Unit {
  readonly id: string;
  readonly jurisdiction: string;
  readonly name: string;
  readonly shortName: string | null;
  /** 单位标识码, where the unit has one. */
  readonly code: string | null;
  readonly kind: UnitKind;
  readonly tier: Tier | null;
  readonly parentId: string | null;
  /** The line department that guides the unit's sector (行业主管部门), where there is one. */
  readonly guidedById: string | null;
  readonly path: readonly string[];
  /** Handles secrets. */
  readonly secret: boolean;
  /** Has no outward public-management function. */
  readonly inward: boolean;
  /** Some unit above it is a park. */
  readonly underPark: boolean;
  readonly closedOn: Day | null;
  readonly version: number;
}

export interface Post {
  readonly id: string;
  readonly jurisdiction: string;
  readonly unitId: string;
  readonly kind: string;
  readonly title: string;
  readonly closedOn: Day | null;
}

export interface Person {
  readonly id: string;
  readonly jurisdiction: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** 在编在岗. */
  readonly isStaff: boolean;
  readonly version: number;
}

/** Who holds a post on a day. */
export interface Holder {
  readonly personId: string;
  readonly name: string;
  readonly postId: string;
  readonly title: string;
}

/** Which post a person holds, from day to day, both included; `toDay` null while it lasts. */
export interface Appointment {
  readonly id: string;
  readonly jurisdiction: string;
  readonly postId: string;
  readonly personId: string;
  readonly fromDay: Day;
  readonly toDay: Day | null;
}

export type RoleName = 'supervisor' | 'executing-body' | 'oversight';
export const oversightDetails = ['publicity', 'cyberspace', 'police'] as const;
export type OversightDetail = (typeof oversightDetails)[number];

/** What a unit is for a jurisdiction: supervisor, executing body for the supervisor, or reading oversight. */
export interface UnitRole {
  readonly id: string;
  readonly jurisdiction: string;
  readonly unitId: string;
  readonly role: RoleName;
  readonly detail: OversightDetail | null;
  readonly over: string;
  readonly fromDay: Day;
  readonly toDay: Day | null;
}

/** Where a step of a chain is taken, as the packs say it. */
export interface ChainAt {
  readonly unit: 'host' | 'parent' | 'park' | 'supervisor' | 'executing-body' | 'oversight' | 'named';
  readonly tier?: Tier | undefined;
  readonly role?: OversightDetail | undefined;
  readonly name?: string | undefined;
}

/** Who runs accounts for a host (承办单位): a section of it, or an outside agency under contract. */
export interface Operator {
  readonly id: string;
  readonly jurisdiction: string;
  readonly hostUnitId: string;
  readonly kind: 'section' | 'outside';
  readonly unitId: string | null;
  readonly name: string;
  readonly tasks: string;
  readonly contractNo: string | null;
  readonly confidentialitySignedOn: Day | null;
  readonly fromDay: Day;
  readonly toDay: Day | null;
}

/** Whom a unit turns to at a department or platform it coordinates with. */
export interface Contact {
  readonly id: string;
  readonly jurisdiction: string;
  readonly unitId: string;
  readonly partner: 'publicity' | 'cyberspace' | 'police' | 'telecoms' | 'platform' | 'media-centre';
  readonly organisation: string;
  readonly personName: string;
  readonly phone: string;
}

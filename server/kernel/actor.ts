/** A post that a person holds today, with what the unit is for its jurisdiction. */
export interface ActorPost {
  readonly postId: string;
  readonly kind: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly jurisdiction: string;
  /** Roles of the unit over jurisdictions: supervisor, executing-body, oversight. */
  readonly roles: readonly { readonly role: string; readonly over: string }[];
  /** The unit and everything above it, from the root down. */
  readonly unitPath: readonly string[];
}

/** Who acts: rights come from the posts, never from the name. */
export interface Actor {
  readonly kind: 'person' | 'system' | 'anonymous';
  readonly personId: string | null;
  readonly name: string;
  readonly posts: readonly ActorPost[];
  /** Jurisdictions whose business the actor may see; '*' only for the system itself. */
  readonly scope: readonly string[] | '*';
  /** Jurisdictions whose units and posts the actor may see: the scope and everything above it. */
  readonly reach: readonly string[] | '*';
}

/** The system acting on its own: jobs, migrations of data, sign-in before anybody is known. */
export const systemActor: Actor = {
  kind: 'system',
  personId: null,
  name: 'system',
  posts: [],
  scope: '*',
  reach: '*',
};

/** Somebody of the public: reads what is told to everybody, and nothing of any jurisdiction's own. */
export const publicVisitor: Actor = {
  kind: 'anonymous',
  personId: null,
  name: 'public',
  posts: [],
  scope: [],
  reach: [],
};

/** What the author declares about one text; everything is optional, and what is absent is not checked. */
export interface CheckContext {
  /** LZ-17b: why personal data may stand here; the findings are kept and marked. */
  readonly exemptions?: readonly Exemption[];
  /** The text is reprinted from elsewhere. */
  readonly reprint?: Reprint;
  /** Pictures of the text that the author declares to be maps. */
  readonly maps?: readonly DeclaredMap[];
  /** The unified text that everybody has to use for this matter. */
  readonly unifiedText?: string;
  /** What other channels of the unit say about the same matter. */
  readonly channels?: readonly ChannelText[];
  /** Links of the text that stand outside its words: anchors, cards, decoded QR codes. */
  readonly links?: readonly DeclaredLink[];
}

/** Disciplinary notices and compulsory disclosures may carry personal data (兰州新区 第十七条). */
interface Exemption {
  readonly ground: 'disciplinary-notice' | 'compulsory-disclosure';
  readonly reason: string;
}

/** Where a reprinted text comes from; `title` and `body` are the original's, where it is at hand. */
export interface Reprint {
  readonly source?: string;
  readonly url?: string;
  readonly title?: string;
  readonly body?: string;
  /** The title under which it is reprinted here. */
  readonly ownTitle?: string;
}

/** A picture declared as a map; `label` names it for the person who has to look. */
interface DeclaredMap {
  readonly label: string;
  readonly reviewNumber?: string;
}

/** The text of the same matter on another channel. */
export interface ChannelText {
  readonly channel: string;
  readonly text: string;
}

/** A link with the place in the text that it belongs to; without one it belongs to the whole text. */
export interface DeclaredLink {
  readonly kind: 'anchor' | 'qr' | 'mini-program';
  /** The address, the payload of the code, or the app id of the card. */
  readonly target: string;
  readonly start?: number;
  readonly end?: number;
}

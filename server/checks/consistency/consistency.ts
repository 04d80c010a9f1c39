import { differences } from '../compare/differences.ts';
import type { ChannelText } from '../context.ts';
import type { Detector, Prepared, Raw } from '../finding.ts';
import { classOf, widen } from './classes.ts';
import { disagreements, type Fact, factsOf } from './facts.ts';

const LONGEST_SUGGESTION = 200;

/**
 * Where a text departs from the unified text that everybody has to use (GD-3.5b), and where its figures, dates and
 * names disagree with what other channels say of the same matter (GD-3.5a, WJ-7a).
 */
export function createConsistency(): Detector {
  return {
    id: 'consistency',
    find: (doc) => {
      const { unifiedText, channels = [] } = doc.context;
      const own = channels.length > 0 ? factsOf(doc.text) : [];
      return [
        ...(unifiedText === undefined ? [] : againstUnified(doc, unifiedText)),
        ...channels.flatMap((channel) => againstChannel(own, channel)),
      ];
    },
  };
}

function againstUnified({ text }: Prepared, unified: string): Raw[] {
  return differences(text, unified).map((difference) => {
    const whole = widen(text, difference);
    const what = classOf(whole);
    return {
      kind: `unified-${what}`,
      start: whole.start,
      end: whole.end,
      severity: what === 'wording' ? 'note' : 'warn',
      suggestion: whole.there.slice(0, LONGEST_SUGGESTION),
    };
  });
}

/** Other channels tell it in their own words: only what both say of the same thing is compared. */
function againstChannel(own: readonly Fact[], { channel, text }: ChannelText): Raw[] {
  return disagreements(own, factsOf(text)).map(({ mine, theirs }) => ({
    kind: `channel-${mine.kind}`,
    start: mine.start,
    end: mine.end,
    severity: 'warn',
    facts: { channel: channel.slice(0, 40) },
    suggestion: theirs.value,
  }));
}

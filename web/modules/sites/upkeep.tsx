import type { ColumnWire } from '../../../contracts/sites/wire.ts';
import { siteText } from '../../../contracts/sites/words.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';

/** How often a column must be kept up, each demand with its basis. */
export function Upkeep({ upkeep }: { upkeep: ColumnWire['upkeep'] }) {
  return upkeep.map(({ label, value, basis }) => (
    <span key={label} className="jz-upkeep">
      {siteText.upkeepLine(label, value)} <BasisTag basis={basis} about={label} value={value} />
    </span>
  ));
}

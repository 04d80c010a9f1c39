import { Button, Input } from 'antd';
import { checkingScreenWords } from '../../../contracts/ui/words-checking.ts';
import type { DraftMap } from './draft.ts';

const words = checkingScreenWords.write;
const MOST = 50;

interface DeclaredMapsProps {
  maps: readonly DraftMap[];
  onChange: (maps: readonly DraftMap[]) => void;
}

/** The maps of a text with their review numbers: a machine does not see which picture is a map. */
export function DeclaredMaps({ maps, onChange }: DeclaredMapsProps) {
  const change = (place: number, part: Partial<DraftMap>) =>
    onChange(maps.map((map, index) => (index === place ? { ...map, ...part } : map)));
  return (
    <fieldset className="jz-check-maps">
      <legend>{words.maps}</legend>
      {maps.map((map, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a map has nothing of its own but its place
        <div key={place} className="jz-row">
          <Input
            aria-label={words.mapLabel(place + 1)}
            placeholder={words.mapHint}
            value={map.label}
            maxLength={100}
            onChange={(event) => change(place, { label: event.target.value })}
          />
          <Input
            aria-label={words.mapNumber(place + 1)}
            placeholder={words.mapNumberHint}
            value={map.reviewNumber}
            maxLength={60}
            onChange={(event) => change(place, { reviewNumber: event.target.value })}
          />
          <Button
            aria-label={words.mapRemove(place + 1)}
            onClick={() => onChange(maps.filter((_, index) => index !== place))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        disabled={maps.length >= MOST}
        onClick={() => onChange([...maps, { label: '', reviewNumber: '' }])}
      >
        {words.mapAdd}
      </Button>
    </fieldset>
  );
}

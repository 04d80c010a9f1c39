import { useQuery } from '@tanstack/react-query';
import type { SectionWire, SiteWire } from '../../../contracts/sites/wire.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { FormPanel } from '../../ui/form-panel.tsx';
import { choicesQuery } from './calls.ts';
import { choicesOf, textOf, textOrNull } from './typed.ts';
import { useSiteCommand } from './use-site-command.ts';

const words = siteScreenWords.fields;
const actions = siteScreenWords.site;

/** Registers a section that a unit has on the site already. */
export function AddSection({ site, onClose }: { site: SiteWire; onClose: () => void }) {
  const send = useSiteCommand();
  const choices = useQuery(choicesQuery(site.jurisdiction));
  const having = new Set(site.sections.map(({ unit }) => unit.id));
  const units = (choices.data?.units ?? []).filter(({ id }) => !having.has(id));
  return (
    <FormPanel
      title={actions.addSection}
      open
      intro={<p className="jz-soft">{actions.addSectionIntro}</p>}
      fields={[
        { key: 'unitId', label: words.unit, type: 'select', required: true, options: choicesOf(units) },
        { key: 'name', label: words.sectionName, hint: words.sectionNameHint, maxLength: 40 },
        { key: 'address', label: words.address, hint: words.addressHint, maxLength: 200 },
        { key: 'builtOn', label: words.builtOn, type: 'date' },
      ]}
      action={actions.addSection}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('POST', `/sites/${site.jurisdiction}/${site.id}/sections`, {
          unitId: textOf(typed, 'unitId'),
          name: textOrNull(typed, 'name'),
          address: textOrNull(typed, 'address'),
          builtOn: textOrNull(typed, 'builtOn'),
        });
        onClose();
      }}
    />
  );
}

interface OfSection {
  site: SiteWire;
  section: SectionWire;
  onClose: () => void;
}

/** Puts a section at another address, the right one filled in. */
export function MoveSection({ site, section, onClose }: OfSection) {
  const send = useSiteCommand();
  return (
    <FormPanel
      title={`${actions.move}：${section.name}`}
      open
      fields={[{ key: 'address', label: words.address, required: true, maxLength: 200 }]}
      initial={{ address: section.expected ?? section.address }}
      action={actions.move}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('PUT', `/sections/${site.jurisdiction}/${section.id}/address`, {
          address: textOf(typed, 'address'),
          version: section.version,
        });
        onClose();
      }}
    />
  );
}

/** Closes a section with its columns, with the reason. */
export function CloseSection({ site, section, onClose }: OfSection) {
  const send = useSiteCommand();
  return (
    <FormPanel
      title={`${actions.close}：${section.name}`}
      open
      intro={<p className="jz-soft">{actions.closeHint}</p>}
      fields={[
        { key: 'reason', label: actions.closeReason, type: 'longtext', required: true, maxLength: 500 },
      ]}
      action={actions.close}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('POST', `/sections/${site.jurisdiction}/${section.id}/close`, {
          reason: textOf(typed, 'reason'),
          version: section.version,
        });
        onClose();
      }}
    />
  );
}

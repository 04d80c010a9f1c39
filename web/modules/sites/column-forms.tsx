import { useQuery } from '@tanstack/react-query';
import type { ColumnWire, SectionWire, SiteWire } from '../../../contracts/sites/wire.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { useSession } from '../../app/session.ts';
import { type FieldSpec, FormPanel } from '../../ui/form-panel.tsx';
import { choicesQuery } from './calls.ts';
import { choicesOf, textOf, textOrNull } from './typed.ts';
import { useSiteCommand } from './use-site-command.ts';

const words = siteScreenWords.fields;
const actions = siteScreenWords.site;

function useKeepers(site: SiteWire, wanted: boolean): FieldSpec[] {
  const choices = useQuery({ ...choicesQuery(site.jurisdiction), enabled: wanted });
  if (!wanted) return [];
  return [
    { key: 'unitId', label: words.keeper, type: 'select', options: choicesOf(choices.data?.units ?? []) },
  ];
}

const classField = (site: SiteWire): FieldSpec => ({
  key: 'updateClass',
  label: words.updateClass,
  type: 'select',
  options: choicesOf(site.classes),
});

/** Sets up a column of a section, or of the main site where none is named. */
export function AddColumn(props: {
  site: SiteWire;
  section?: SectionWire;
  name?: string;
  onClose: () => void;
}) {
  const { site, section, onClose } = props;
  const send = useSiteCommand();
  const { today } = useSession();
  const keepers = useKeepers(site, section === undefined);
  return (
    <FormPanel
      title={section ? `${actions.addColumn}：${section.name}` : `${actions.addColumn}：${actions.main}`}
      open
      fields={[
        { key: 'name', label: words.columnName, required: true, maxLength: 40 },
        ...keepers,
        classField(site),
        { key: 'address', label: words.address, hint: words.columnAddressHint, maxLength: 200 },
        { key: 'builtOn', label: words.builtOn, type: 'date' },
      ]}
      initial={{ name: props.name ?? '', builtOn: today, ...(props.name ? { updateClass: 'policies' } : {}) }}
      action={actions.addColumn}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('POST', `/sites/${site.jurisdiction}/${site.id}/columns`, {
          sectionId: section?.id ?? null,
          unitId: textOrNull(typed, 'unitId'),
          name: textOf(typed, 'name'),
          updateClass: textOrNull(typed, 'updateClass'),
          address: textOrNull(typed, 'address'),
          builtOn: textOrNull(typed, 'builtOn'),
        });
        onClose();
      }}
    />
  );
}

interface OfColumn {
  site: SiteWire;
  column: ColumnWire;
  inSection: boolean;
  onClose: () => void;
}

/** Gives a column another name, class or keeper. */
export function ChangeColumn({ site, column, inSection, onClose }: OfColumn) {
  const send = useSiteCommand();
  const keepers = useKeepers(site, !inSection);
  return (
    <FormPanel
      title={`${actions.changeColumn}：${column.name}`}
      open
      fields={[
        { key: 'name', label: words.columnName, required: true, maxLength: 40 },
        ...keepers,
        classField(site),
      ]}
      initial={{
        name: column.name,
        unitId: column.unit?.id ?? '',
        updateClass: column.updateClass ?? '',
      }}
      action={actions.changeColumn}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('PUT', `/columns/${site.jurisdiction}/${column.id}`, {
          name: textOf(typed, 'name'),
          unitId: textOrNull(typed, 'unitId'),
          updateClass: textOrNull(typed, 'updateClass'),
          version: column.version,
        });
        onClose();
      }}
    />
  );
}

/** Closes a column, with the reason. */
export function CloseColumn({ site, column, onClose }: OfColumn) {
  const send = useSiteCommand();
  return (
    <FormPanel
      title={`${actions.closeColumn}：${column.name}`}
      open
      fields={[
        { key: 'reason', label: actions.closeReason, type: 'longtext', required: true, maxLength: 500 },
      ]}
      action={actions.closeColumn}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('POST', `/columns/${site.jurisdiction}/${column.id}/close`, {
          reason: textOf(typed, 'reason'),
          version: column.version,
        });
        onClose();
      }}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import type { SiteWire } from '../../../contracts/sites/wire.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { type FieldSpec, FormPanel, type Typed } from '../../ui/form-panel.tsx';
import { choicesQuery } from './calls.ts';
import { choicesOf, textOf, textOrNull } from './typed.ts';
import { useSiteCommand } from './use-site-command.ts';

const words = siteScreenWords.fields;

const particulars: readonly FieldSpec[] = [
  { key: 'name', label: words.name, required: true, maxLength: 60 },
  { key: 'domains', label: words.domains, type: 'longtext', required: true, hint: words.domainsHint },
  { key: 'siteCode', label: words.siteCode, hint: words.siteCodeHint, maxLength: 10 },
  { key: 'icp', label: words.icp, maxLength: 60 },
  { key: 'police', label: words.police, maxLength: 60 },
  { key: 'openedOn', label: words.openedOn, type: 'date' },
];

function bodyOf(typed: Typed) {
  return {
    name: textOf(typed, 'name'),
    domains: textOf(typed, 'domains')
      .split(/[\s,;，；]+/)
      .filter(Boolean),
    siteCode: textOrNull(typed, 'siteCode'),
    icp: textOrNull(typed, 'icp'),
    police: textOrNull(typed, 'police'),
    openedOn: textOrNull(typed, 'openedOn'),
  };
}

/** Registers a website of an area. */
export function RegisterSite(props: {
  jurisdiction: string;
  onDone: (site: SiteWire) => void;
  onClose: () => void;
}) {
  const send = useSiteCommand();
  const choices = useQuery(choicesQuery(props.jurisdiction));
  return (
    <FormPanel
      title={siteScreenWords.sites.register}
      open
      fields={[
        {
          key: 'hostUnitId',
          label: words.host,
          type: 'select',
          required: true,
          options: choicesOf(choices.data?.units ?? []),
        },
        ...particulars,
      ]}
      action={siteScreenWords.sites.register}
      onClose={props.onClose}
      onSubmit={async (typed) =>
        props.onDone(
          await send('POST', '/sites', { ...bodyOf(typed), hostUnitId: textOf(typed, 'hostUnitId') }),
        )
      }
    />
  );
}

/** Changes what is registered of a website, and which channel of the registry it is. */
export function ChangeSite({ site, onClose }: { site: SiteWire; onClose: () => void }) {
  const send = useSiteCommand();
  const choices = useQuery(choicesQuery(site.jurisdiction));
  const { account } = site;
  const listed = choices.data?.accounts ?? (account ? [account] : []);
  return (
    <FormPanel
      title={siteScreenWords.site.change}
      open
      fields={[
        ...particulars,
        {
          key: 'accountId',
          label: words.account,
          type: 'select',
          hint: words.accountHint,
          options: choicesOf(listed),
        },
      ]}
      initial={{
        name: site.name,
        domains: site.domains.join('\n'),
        siteCode: site.siteCode ?? '',
        icp: site.icp ?? '',
        police: site.police ?? '',
        openedOn: site.openedOn ?? '',
        accountId: account?.id ?? '',
      }}
      action={siteScreenWords.site.change}
      onClose={onClose}
      onSubmit={async (typed) => {
        await send('PUT', `/sites/${site.jurisdiction}/${site.id}`, {
          ...bodyOf(typed),
          accountId: textOrNull(typed, 'accountId'),
          version: site.version,
        });
        onClose();
      }}
    />
  );
}

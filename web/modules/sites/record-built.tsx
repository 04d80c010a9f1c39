import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ColumnRequestWire } from '../../../contracts/sites/wire-requests.ts';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';
import { useSession } from '../../app/session.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { useRequestCommand } from './use-request-command.ts';

const words = siteScreenWords.request;
const fieldId = (field: string) => `built-${field}`;

/** For the body that builds: since when the section or column stands; its address follows from the rule. */
export function RecordBuilt({ request }: { request: ColumnRequestWire }) {
  const { today } = useSession();
  const { message } = App.useApp();
  const [builtOn, setBuiltOn] = useState(today);
  const [address, setAddress] = useState(request.address ?? '');
  const record = useRequestCommand<{ version: number; builtOn: string; address?: string }>(
    request,
    'built',
    () => message.success(words.builtSaved),
  );
  // The rule fixes the address of a section; where it is silent, and below a section, the builder may say it.
  const open = request.kind === 'column' || request.address === null;
  const typed = open && address.trim() ? { address: address.trim() } : {};
  return (
    <section className="jz-card jz-request-form">
      <h2>{words.built}</h2>
      <p className="jz-soft">{words.builtLead}</p>
      <Refusal error={record.error} fieldId={fieldId} />
      {open ? null : (
        <FactList
          facts={[
            [
              words.address,
              <span key="a">
                <span className="jz-address">{request.address}</span>{' '}
                <BasisTag basis={request.addressBasis} about={words.address} />
              </span>,
            ],
          ]}
        />
      )}
      <Form layout="vertical" onFinish={() => record.mutate({ version: request.version, builtOn, ...typed })}>
        {open ? (
          <Form.Item
            label={words.address}
            htmlFor={fieldId('address')}
            {...(request.address === null ? { extra: words.builtFree } : {})}
          >
            <Input
              id={fieldId('address')}
              value={address}
              maxLength={200}
              onChange={(event) => setAddress(event.target.value)}
            />
          </Form.Item>
        ) : null}
        <Form.Item label={words.builtOn} htmlFor={fieldId('builtOn')}>
          <DateField id={fieldId('builtOn')} max={today} value={builtOn} onChange={setBuiltOn} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {words.built}
        </Button>
      </Form>
    </section>
  );
}

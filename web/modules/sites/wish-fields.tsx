import { Form, Input, Select } from 'antd';
import { siteScreenWords } from '../../../contracts/ui/words-sites.ts';

const words = siteScreenWords.request;

/** The id of the input of a field, so that a refusal leads to it. */
export const wishFieldId = (field: string) => `wish-${field}`;

/** What a request says, as it is typed. */
export interface Wish {
  name: string;
  updateClass: string;
  purpose: string;
}

interface WishFieldsProps {
  kind: 'section' | 'column';
  wish: Wish;
  classes: readonly { id: string; name: string }[];
  onChange: (wish: Wish) => void;
}

/** The questions of a request: name, class, reason. */
export function WishFields({ kind, wish, classes, onChange }: WishFieldsProps) {
  return (
    <>
      <Form.Item label={kind === 'section' ? words.sectionName : words.name} htmlFor={wishFieldId('name')}>
        <Input
          id={wishFieldId('name')}
          value={wish.name}
          maxLength={40}
          onChange={(event) => onChange({ ...wish, name: event.target.value })}
        />
      </Form.Item>
      {kind === 'column' ? (
        <Form.Item label={words.updateClass} htmlFor={wishFieldId('updateClass')}>
          <Select
            id={wishFieldId('updateClass')}
            value={wish.updateClass || null}
            options={classes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(updateClass: string) => onChange({ ...wish, updateClass })}
          />
        </Form.Item>
      ) : null}
      <Form.Item label={words.purpose} htmlFor={wishFieldId('purpose')} extra={words.purposeHint}>
        <Input.TextArea
          id={wishFieldId('purpose')}
          value={wish.purpose}
          rows={4}
          maxLength={1000}
          onChange={(event) => onChange({ ...wish, purpose: event.target.value })}
        />
      </Form.Item>
    </>
  );
}

/** What is sent of it. */
export function wishBody(wish: Wish) {
  return { name: wish.name.trim(), updateClass: wish.updateClass || null, purpose: wish.purpose.trim() };
}

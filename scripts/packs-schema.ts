import { z } from 'zod';
import { catalogue } from '../server/policy/catalogue.ts';
import {
  clauseEntry,
  jurisdictionEntry,
  packFile,
  recordEntry,
  workedCase,
} from '../server/policy/pack-format.ts';

type Json = Record<string, unknown>;

const editorHint = '由 scripts/packs-write.ts 从代码生成，不要手改';

/** The JSON Schemas for editors, by file name, as text. What only the loader can check is not in them. */
export function schemaFiles(): Map<string, string> {
  const list = (title: string, schema: z.ZodType) => ({ title, type: 'array', items: plain(schema) });
  const files: [string, Json][] = [
    ['pack.schema.json', { title: '法规包 pack.yaml', ...plain(packFile) }],
    ['rules.schema.json', rulesSchema()],
    ['clauses.schema.json', list('条款对照 clauses.yaml', clauseEntry)],
    ['cases.schema.json', list('情形 cases/*.yaml', workedCase)],
    ['jurisdictions.schema.json', list('辖区 jurisdictions.yaml', jurisdictionEntry)],
  ];
  return new Map(
    files.map(([name, schema]) => [
      name,
      `${JSON.stringify({ $comment: editorHint, ...schema }, null, 1)}\n`,
    ]),
  );
}

function plain(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-7',
  });
  return rest;
}

/** Records: the shape of `value` follows from the rule id; equal shapes are defined once. */
function rulesSchema(): Json {
  const shapes = new Map<string, string>();
  const definitions: Record<string, Json> = {};
  const branches = Object.entries(catalogue).map(([id, rule]) => {
    const shape = plain(rule.schema);
    const key = JSON.stringify(shape);
    const name = shapes.get(key) ?? `shape${shapes.size + 1}`;
    shapes.set(key, name);
    definitions[name] = shape;
    const match =
      'own' in rule ? { type: 'string', pattern: `^${id.replaceAll('.', '\\.')}\\.` } : { const: id };
    return {
      if: { required: ['id'], properties: { id: { anyOf: [match, { type: 'array', contains: match }] } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: {
          value: { description: rule.title, anyOf: [{ type: 'null' }, { $ref: `#/definitions/${name}` }] },
        },
      },
    };
  });
  const record = plain(recordEntry);
  const properties = record.properties as Json;
  return {
    title: '规则 rules/*.yaml',
    type: 'array',
    items: {
      ...record,
      properties: { ...properties, id: idSchema(properties.id as Json) },
      allOf: branches,
    },
    definitions,
  };
}

function idSchema(base: Json): Json {
  const fixed = Object.entries(catalogue).filter(([, rule]) => !('own' in rule));
  const families = Object.keys(catalogue).filter((id) => id.endsWith('.own'));
  const one = {
    type: 'string',
    anyOf: [
      { enum: fixed.map(([id]) => id) },
      { pattern: `^(${families.map((id) => id.replaceAll('.', '\\.')).join('|')})\\.[a-z0-9-]+$` },
    ],
  };
  return {
    description: base.description,
    anyOf: [one, { type: 'array', minItems: 1, items: one }],
  };
}

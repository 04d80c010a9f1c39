import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { type AreaWire, runWire, type ThresholdsWire } from '../../../contracts/consolidation/wire.ts';
import { consolidationScreenWords } from '../../../contracts/ui/words-consolidation.ts';
import { post } from '../../lib/api.ts';
import { fullDay, legalDay } from '../../lib/day.ts';
import { BasisTag } from '../../ui/basis-tag.tsx';
import { PlainField } from '../../ui/plain-field.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { UploadActivity } from './upload-activity.tsx';
import './consolidation.css';

const words = consolidationScreenWords.area;
const LONG_MS = 120_000;
const none: ThresholdsWire = { months: null, readsPerPost: null, followers: null, idleMonths: null };

/** The areas that the viewer supervises: one at a time is analysed. */
export function AnalyseAreas({ areas }: { areas: readonly AreaWire[] }) {
  const [chosen, setChosen] = useState(0);
  const [uploading, setUploading] = useState(false);
  const area = areas[chosen];
  if (!area) return null;
  return (
    <section className="jz-card jz-consolidation-area" aria-label={words.heading(area.name)}>
      <h2>{words.heading(area.name)}</h2>
      {areas.length > 1 ? (
        <Select
          aria-label={consolidationScreenWords.list.jurisdiction}
          value={chosen}
          options={areas.map(({ name }, value) => ({ value, label: name }))}
          onChange={setChosen}
        />
      ) : null}
      <p>
        {area.kinds.length > 0 ? words.kinds(area.kinds.join('、')) : words.noKinds}{' '}
        <BasisTag basis={area.basis} about={consolidationScreenWords.title} />
      </p>
      <Analyse
        key={`${area.code} ${area.lastRun?.at ?? ''}`}
        area={area}
        onUpload={() => setUploading(true)}
      />
      <p className="jz-soft">{lastText(area)}</p>
      <UploadActivity open={uploading} onClose={() => setUploading(false)} />
    </section>
  );
}

function lastText({ lastRun }: AreaWire): string {
  if (!lastRun) return words.never;
  const by = lastRun.by === 'system' ? words.system : lastRun.by;
  return words.last(fullDay(legalDay(new Date(lastRun.at))), by, lastRun.accounts, lastRun.standing);
}

function Analyse({ area, onUpload }: { area: AreaWire; onUpload: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [limits, setLimits] = useState<ThresholdsWire>(area.lastRun?.thresholds ?? none);
  const run = useMutation({
    mutationFn: () =>
      post('/consolidations/analyse', {
        schema: runWire,
        body: { jurisdiction: area.code, thresholds: limits },
        timeoutMs: LONG_MS,
      }),
    onSuccess: async ({ standing, appeared, gone }) => {
      void message.success(words.done(standing, appeared, gone));
      await client.invalidateQueries({ queryKey: ['consolidations'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate();
  };
  const asked: (keyof ThresholdsWire)[] = [
    ...(area.asksUse ? (['months', 'readsPerPost', 'followers'] as const) : []),
    ...(area.asksIdle ? (['idleMonths'] as const) : []),
  ];
  return (
    <form onSubmit={submit}>
      {asked.length > 0 ? <p className="jz-soft">{words.asksUse}</p> : null}
      <div className="jz-consolidation-limits">
        {asked.map((key) => (
          <PlainField
            key={key}
            label={words[key as 'months']}
            inputMode="numeric"
            value={limits[key] ?? ''}
            onChange={(event) => {
              const digits = event.target.value.replace(/\D/g, '').slice(0, 9);
              setLimits({ ...limits, [key]: digits === '' ? null : Number(digits) });
            }}
          />
        ))}
      </div>
      <Refusal error={run.error} />
      <p className="jz-row">
        <Button type="primary" htmlType="submit" loading={run.isPending}>
          {words.run}
        </Button>
        <Button onClick={onUpload}>{words.upload}</Button>
      </p>
    </form>
  );
}

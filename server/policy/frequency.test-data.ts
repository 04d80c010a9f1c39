/** Times a year, worked out here on its own so that the engine is not measured with its own measure. */
export function frequencyPerYear(frequency: unknown): number {
  if (frequency === 'continuous') return Number.POSITIVE_INFINITY;
  if (frequency === 'regular' || typeof frequency !== 'object' || frequency === null) return 0;
  const { times, per } = frequency as { times: number; per: { n: number; unit: string } };
  const perYear = { week: 365.25 / 7, month: 12, year: 1 }[per.unit] ?? 0;
  return (times * perYear) / per.n;
}

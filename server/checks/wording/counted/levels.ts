/** The least count of each level: four bits say how often something stands in the counted texts. */
const BOUNDS = [0, 1, 2, 3, 4, 6, 8, 12, 16, 32, 64, 128, 512, 2048, 8192, 32768];

/** The level 0–15 of a count. */
export function levelOf(count: number): number {
  let level = 0;
  while (level < 15 && count >= (BOUNDS[level + 1] as number)) level += 1;
  return level;
}

/** Natural logarithm of a typical count of each level; level 0 stands for a third of a sighting. */
export const LOG_COUNT = Float64Array.from(BOUNDS, (least, level) => {
  if (level === 0) return Math.log(1 / 3);
  const next = BOUNDS[level + 1] ?? least * 4;
  return Math.log(Math.sqrt(least * Math.max(least, next - 1)));
});

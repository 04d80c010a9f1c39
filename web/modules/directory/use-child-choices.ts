import { useQuery } from '@tanstack/react-query';
import { childrenQuery } from './calls.ts';

/** The units right below one, as the choices of a select. */
export function useChildChoices(unitId: string): { value: string; label: string }[] {
  const children = useQuery(childrenQuery(unitId));
  return (children.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

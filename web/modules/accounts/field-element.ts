/** The id of the element of a field, for links from problems and checks. */
export const fieldElementId = (key: string) => `field-${key.replaceAll('.', '-')}`;

/** Returns one line per forbidden import below `root`: from → to  [rule]. */
export function boundaryBreaches(root: string, folders: string[]): Promise<string[]>;

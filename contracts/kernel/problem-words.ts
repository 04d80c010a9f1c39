/** The Chinese sentence of a problem code, plain or made from the problem's facts. */
export type ProblemWords = Record<string, string | ((facts: Record<string, unknown>) => string)>;

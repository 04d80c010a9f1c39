/** What a thread says about its task: the answer, or what was thrown. */
export type Reply<Answer> = { readonly answer: Answer } | { readonly failure: unknown };

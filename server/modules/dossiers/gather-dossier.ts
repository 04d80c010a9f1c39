import type { DossierContent, DossierPartsWire } from '../../../contracts/dossiers/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { type Account, accountForReader } from '../accounts/index.ts';

/**
 * What a module knows of an account: sections to read and print, files to keep, and whose entries in the trail belong
 * to it. Modules hand such a function over where the system is wired; the account has been shown to be readable.
 */
export type DossierPart = (ctx: Context, account: Account) => Promise<DossierContent>;

/** Everything that the modules know of an account that the actor may read. Throws not-found, forbidden. */
export async function gatherDossier(
  ctx: Context,
  parts: readonly DossierPart[],
  key: { readonly jurisdiction: string; readonly id: string },
): Promise<{ account: Account; content: DossierContent }> {
  const account = await accountForReader(ctx, key.jurisdiction, key.id);
  const contents: DossierContent[] = [];
  for (const part of parts) contents.push(await part(ctx, account));
  return {
    account,
    content: {
      sections: contents.flatMap(({ sections }) => sections),
      files: contents.flatMap(({ files }) => files),
      subjects: contents.flatMap(({ subjects }) => subjects),
    },
  };
}

/** What stands in the dossier beside the account's own page: the sections of the modules, and how much there is to take. */
export async function readParts(
  ctx: Context,
  parts: { readonly own: DossierPart; readonly others: readonly DossierPart[] },
  key: { readonly jurisdiction: string; readonly id: string },
): Promise<DossierPartsWire> {
  const { account, content } = await gatherDossier(ctx, parts.others, key);
  const files = [...(await parts.own(ctx, account)).files, ...content.files];
  return {
    sections: content.sections.map((section) => ({ ...section })),
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

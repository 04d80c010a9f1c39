import { identityNames } from '../../../contracts/identity/words.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { changeOwnUser, changeOwnUserByPassword } from './own-business.ts';
import type { IdentityParts } from './settings.ts';
import { type User, updateUser } from './store.ts';
import { base32, matchTotp, newTotpSecret, totpUri } from './totp.ts';

/**
 * First step of a second factor, by the password: a secret for the authenticator app, of no effect until a code
 * confirms it. Who finds a screen unattended cannot lock its owner out. Throws Refused('too-many').
 */
export async function setUpTotp(
  parts: IdentityParts,
  token: string,
  password: string,
): Promise<Outcome<{ secret: string; uri: string }>> {
  const given = { password, field: 'password' };
  return changeOwnUserByPassword(parts, token, given, async (ctx, { user }) => {
    if (user.totpConfirmedAt !== null) return refuse({ code: 'identity.totp-on-already' });
    const secret = newTotpSecret();
    await updateUser(ctx.tx, user, {
      totp_secret: parts.box.seal(secret, user.personId),
      totp_last_step: null,
    });
    ctx.audit(entry(user, 'identity.totp-set-up'));
    return done({ secret: base32(secret), uri: totpUri(identityNames.product, user.userName, secret) });
  });
}

/** Second step: a code of the app switches the second factor on. The code is used up. */
export async function confirmTotp(
  parts: IdentityParts,
  token: string,
  code: string,
): Promise<Outcome<undefined>> {
  return changeOwnUser(parts, token, async (ctx, { user }) => {
    if (user.totpConfirmedAt !== null) return refuse({ code: 'identity.totp-on-already' });
    const secret = user.totpSecret === null ? null : parts.box.open(user.totpSecret, user.personId);
    const step = secret && matchTotp(secret, code, Date.now(), user.totpLastStep);
    if (step === null) return refuse({ code: 'identity.totp-wrong', field: 'code' });
    await updateUser(ctx.tx, user, { totp_confirmed_at: ctx.now.iso, totp_last_step: step });
    ctx.audit(entry(user, 'identity.totp-on'));
    return done(undefined);
  });
}

/** Switches the second factor off, by the password; wrong ones count as at sign-in. Throws Refused('too-many'). */
export async function removeTotp(
  parts: IdentityParts,
  token: string,
  password: string,
): Promise<Outcome<undefined>> {
  const given = { password, field: 'password' };
  return changeOwnUserByPassword(parts, token, given, async (ctx, { user }) => {
    await updateUser(ctx.tx, user, { totp_secret: null, totp_confirmed_at: null, totp_last_step: null });
    ctx.audit(entry(user, 'identity.totp-off'));
    return done(undefined);
  });
}

function entry(user: User, action: string) {
  return { jurisdiction: user.jurisdiction, action, subject: { type: 'user', id: user.personId } };
}

import * as client from 'openid-client';

/** What has to be remembered between the way out to the provider and the way back. */
export interface OpenIdErrand {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** A provider of 统一身份认证: authorization code with PKCE. */
export interface OpenIdProvider {
  /** Our address for the way back. */
  readonly redirectUri: string;
  /** Where the browser is sent, and what to remember of it. Throws where the provider cannot be reached. */
  begin(): Promise<{ url: string; errand: OpenIdErrand }>;
  /** The subject that the provider vouches for. Throws where it does not. */
  finish(callback: URL, errand: OpenIdErrand): Promise<string>;
}

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Our address for the way back, as registered with the provider. */
  readonly redirectUri: string;
}

/** A provider by its issuer; its own description is read at first use, and again after a failure. */
export function createOpenIdProvider(settings: OpenIdSettings): OpenIdProvider {
  let known: Promise<client.Configuration> | undefined;
  const configuration = async () => {
    known ??= discover(settings);
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  return {
    redirectUri: settings.redirectUri,
    async begin() {
      const errand = {
        verifier: client.randomPKCECodeVerifier(),
        state: client.randomState(),
        nonce: client.randomNonce(),
      };
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.redirectUri,
        scope: 'openid',
        code_challenge: await client.calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: 'S256',
        state: errand.state,
        nonce: errand.nonce,
      });
      return { url: url.href, errand };
    },
    async finish(callback, errand) {
      const tokens = await client.authorizationCodeGrant(await configuration(), callback, {
        pkceCodeVerifier: errand.verifier,
        expectedState: errand.state,
        expectedNonce: errand.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('the provider sent no identity');
      return claims.sub;
    },
  };
}

/** Plain HTTP only to a provider on this machine, as in tests. */
function discover(settings: OpenIdSettings): Promise<client.Configuration> {
  const issuer = new URL(settings.issuer);
  const loopback = issuer.hostname === 'localhost' || issuer.hostname === '127.0.0.1';
  return client.discovery(
    issuer,
    settings.clientId,
    undefined,
    client.ClientSecretBasic(settings.clientSecret),
    loopback ? { execute: [client.allowInsecureRequests] } : undefined,
  );
}

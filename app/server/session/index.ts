import type { FastifyInstance } from 'fastify'
import { type AccessPolicy, readPolicy } from '../../../kernel/access/index.ts'
import { readSettings } from '../../../kernel/store/index.ts'
import type { Zone } from '../../zone.ts'
import { createProvider } from './oidc/provider.ts'
import { oidcRoutes } from './oidc/routes.ts'
import type { OidcSettings } from './oidc/settings.ts'
import { registerRoute } from './register.ts'
import { accountRoutes } from './routes/accounts.ts'
import { eventRoutes } from './routes/events.ts'
import { ownRoutes } from './routes/own.ts'
import { postRoutes } from './routes/posts.ts'
import { securityRoutes } from './routes/security.ts'
import { settingRoutes } from './routes/settings.ts'
import { guard } from './visit.ts'

export { type OidcSettings, oidcSettings } from './oidc/settings.ts'
export { signedInActor } from './visit.ts'

export interface SignInOptions {
  /** An identity provider beside passwords. */
  readonly oidc?: OidcSettings
}

/**
 * The way in: routes for signing in and for those who let others in, and a guard before every route of the API.
 * @returns the zone's policy
 * @throws GaoxinError ACCESS_POLICY when the zone's policy is not allowed
 */
export async function registerSignIn(
  server: FastifyInstance,
  zone: Zone,
  { oidc }: SignInOptions,
): Promise<AccessPolicy> {
  const policy = readPolicy((await readSettings(zone.store.db))['access.policy'])
  guard(server, zone, policy)
  const routes = [
    ownRoutes(oidc?.name ?? null),
    oidc ? oidcRoutes(createProvider(oidc)) : [],
    securityRoutes,
    accountRoutes,
    postRoutes,
    eventRoutes,
    settingRoutes,
  ].flat()
  for (const route of routes) registerRoute(server, zone, policy, route)
  return policy
}

export { createDemoUsers, renewDemoPasswords, shutOutDemoUsers } from './demo-users.ts';
export { sessionGuard } from './guard.ts';
export { readIdentityKey } from './key-file.ts';
export { createOpenIdProvider } from './open-id.ts';
export { identityRoutes } from './routes.ts';
export { OPEN_ID_CALLBACK } from './routes-open-id.ts';
export { createSecretBox } from './secret-box.ts';
export type { DemoSignIn, IdentityParts } from './settings.ts';
export {
  createUsers,
  disableUser,
  type InitialSignIn,
  type NewUser,
  resetUser,
  takenUserNames,
  type UserFacts,
  unlockUser,
  usersOf,
} from './users.ts';

import {
  changed,
  changePersonBody,
  createdPerson,
  createPersonBody,
  idParams,
  initialSignIn,
  peoplePage,
  peopleQuery,
  personDetail,
} from '../../../contracts/directory/wire.ts';
import { directoryNames } from '../../../contracts/directory/words.ts';
import type { ModuleRoutes } from '../../kernel/http/routes.ts';
import { changePerson } from './change-person.ts';
import { createPerson } from './create-person.ts';
import { findPeople, showPerson } from './find-people.ts';
import { manageUser } from './manage-user.ts';
import { resetPassword } from './reset-password.ts';
import { viewPerson, viewPersonPage } from './view-people.ts';

const names = directoryNames.routes;

/** People and their users. */
export function peopleRoutes(r: ModuleRoutes): void {
  r.query({
    url: '/api/v1/people',
    summary: names.people,
    query: peopleQuery,
    response: peoplePage,
    handle: async (ctx, { query }) => {
      const { items, total } = await findPeople(ctx, query);
      return { items: items.map((each) => viewPerson(ctx, each)), total, page: query.page, size: query.size };
    },
  });
  r.query({
    url: '/api/v1/people/:id',
    summary: names.person,
    params: idParams,
    response: personDetail,
    handle: async (ctx, { params }) => viewPersonPage(ctx, await showPerson(ctx, params.id)),
  });
  r.command({
    method: 'POST',
    url: '/api/v1/people',
    summary: names.createPerson,
    body: createPersonBody,
    response: createdPerson,
    handle: (ctx, { body }) => createPerson(ctx, body),
  });
  r.command({
    method: 'PUT',
    url: '/api/v1/people/:id',
    summary: names.changePerson,
    params: idParams,
    body: changePersonBody,
    response: changed,
    handle: (ctx, { params, body }) => changePerson(ctx, params.id, body),
  });
  userRoutes(r);
}

function userRoutes(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: '/api/v1/people/:id/reset-password',
    summary: names.resetPassword,
    params: idParams,
    response: initialSignIn,
    handle: (ctx, { params }) => resetPassword(ctx, params.id),
  });
  const actions = [
    ['unlock', 'unlock-user', names.unlock],
    ['disable', 'disable-user', names.disable],
    ['enable', 'enable-user', names.enable],
  ] as const;
  for (const [verb, action, summary] of actions)
    r.command({
      method: 'POST',
      url: `/api/v1/people/:id/${verb}`,
      summary,
      params: idParams,
      response: changed,
      handle: (ctx, { params }) => manageUser(ctx, params.id, action),
    });
}

import {
  appointBody,
  assignRoleBody,
  changed,
  changeUnitBody,
  closeUnitBody,
  created,
  createdAppointment,
  createdPost,
  createdUnit,
  createPostBody,
  createUnitBody,
  endAppointmentBody,
  endRoleBody,
  idParams,
  myUnits,
  unitChildrenQuery,
  unitDetail,
  unitList,
  unitPage,
  unitSearchQuery,
} from '../../../contracts/directory/wire.ts';
import { addContactBody, nameOperatorBody } from '../../../contracts/directory/wire-partners.ts';
import { directoryNames } from '../../../contracts/directory/words.ts';
import { type ModuleRoutes, moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { appointPerson } from './appoint-person.ts';
import { assignRole } from './assign-role.ts';
import { changeUnit } from './change-unit.ts';
import { closePost } from './close-post.ts';
import { closeUnit } from './close-unit.ts';
import { createPost } from './create-post.ts';
import { createUnit } from './create-unit.ts';
import { endAppointment } from './end-appointment.ts';
import { endOperator } from './end-operator.ts';
import { endRole } from './end-role.ts';
import { findUnits, listChildren } from './find-units.ts';
import { addContact, closeContact } from './keep-contacts.ts';
import { listMyUnits } from './list-my-units.ts';
import { nameOperator } from './name-operator.ts';
import { directoryImportRoutes } from './routes-import.ts';
import { peopleRoutes } from './routes-people.ts';
import { showUnit } from './show-unit.ts';
import { viewFound, viewMyUnit, viewUnit, viewUnitPage } from './view.ts';

const names = directoryNames.routes;

/** Units, their posts and roles, people, import. */
export function directoryRoutes(parts: RouteParts): void {
  const r = moduleRoutes(parts, directoryNames.tag);
  readRoutes(r);
  unitRoutes(r);
  postRoutes(r);
  roleRoutes(r);
  partnerRoutes(r);
  peopleRoutes(r);
  directoryImportRoutes(parts);
}

function readRoutes(r: ModuleRoutes): void {
  r.query({
    url: '/api/v1/units',
    summary: names.children,
    query: unitChildrenQuery,
    response: unitList,
    handle: async (ctx, { query }) => ({
      items: (await listChildren(ctx, query.parent, query.closed === 'true')).map((each) =>
        viewUnit(ctx, each),
      ),
    }),
  });
  r.query({
    url: '/api/v1/units/search',
    summary: names.search,
    query: unitSearchQuery,
    response: unitPage,
    handle: async (ctx, { query }) => {
      const { items, total } = await findUnits(ctx, query);
      return { items: items.map((each) => viewFound(ctx, each)), total, page: query.page, size: query.size };
    },
  });
  r.query({
    url: '/api/v1/units/:id',
    summary: names.unit,
    params: idParams,
    response: unitDetail,
    handle: async (ctx, { params }) => viewUnitPage(ctx, await showUnit(ctx, params.id)),
  });
  r.query({
    url: '/api/v1/me/unit',
    summary: names.myUnits,
    response: myUnits,
    handle: async (ctx) => ({ items: (await listMyUnits(ctx)).map((each) => viewMyUnit(ctx, each)) }),
  });
}

function unitRoutes(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: '/api/v1/units',
    summary: names.createUnit,
    body: createUnitBody,
    response: createdUnit,
    handle: (ctx, { body }) => createUnit(ctx, body),
  });
  r.command({
    method: 'PUT',
    url: '/api/v1/units/:id',
    summary: names.changeUnit,
    params: idParams,
    body: changeUnitBody,
    response: changed,
    handle: (ctx, { params, body }) => changeUnit(ctx, params.id, body),
  });
  r.command({
    method: 'POST',
    url: '/api/v1/units/:id/close',
    summary: names.closeUnit,
    params: idParams,
    body: closeUnitBody,
    response: changed,
    handle: (ctx, { params, body }) => closeUnit(ctx, params.id, body),
  });
}

function postRoutes(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: '/api/v1/units/:id/posts',
    summary: names.createPost,
    params: idParams,
    body: createPostBody,
    response: createdPost,
    handle: (ctx, { params, body }) => createPost(ctx, params.id, body),
  });
  r.command({
    method: 'DELETE',
    url: '/api/v1/posts/:id',
    summary: names.closePost,
    params: idParams,
    response: changed,
    handle: (ctx, { params }) => closePost(ctx, params.id),
  });
  r.command({
    method: 'POST',
    url: '/api/v1/posts/:id/appointments',
    summary: names.appoint,
    params: idParams,
    body: appointBody,
    response: createdAppointment,
    handle: (ctx, { params, body }) => appointPerson(ctx, params.id, body),
  });
  r.command({
    method: 'POST',
    url: '/api/v1/appointments/:id/end',
    summary: names.endAppointment,
    params: idParams,
    body: endAppointmentBody,
    response: changed,
    handle: (ctx, { params, body }) => endAppointment(ctx, params.id, body),
  });
}

function roleRoutes(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: '/api/v1/units/:id/roles',
    summary: names.assignRole,
    params: idParams,
    body: assignRoleBody,
    response: created,
    handle: (ctx, { params, body }) => assignRole(ctx, params.id, body),
  });
  r.command({
    method: 'POST',
    url: '/api/v1/roles/:id/end',
    summary: names.endRole,
    params: idParams,
    body: endRoleBody,
    response: changed,
    handle: (ctx, { params, body }) => endRole(ctx, params.id, body.toDay),
  });
}

function partnerRoutes(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: '/api/v1/units/:id/operators',
    summary: names.nameOperator,
    params: idParams,
    body: nameOperatorBody,
    response: created,
    handle: (ctx, { params, body }) => nameOperator(ctx, params.id, body),
  });
  r.command({
    method: 'POST',
    url: '/api/v1/operators/:id/end',
    summary: names.endOperator,
    params: idParams,
    body: endRoleBody,
    response: changed,
    handle: (ctx, { params, body }) => endOperator(ctx, params.id, body.toDay),
  });
  r.command({
    method: 'POST',
    url: '/api/v1/units/:id/contacts',
    summary: names.addContact,
    params: idParams,
    body: addContactBody,
    response: created,
    handle: (ctx, { params, body }) => addContact(ctx, params.id, body),
  });
  r.command({
    method: 'DELETE',
    url: '/api/v1/contacts/:id',
    summary: names.closeContact,
    params: idParams,
    response: changed,
    handle: (ctx, { params }) => closeContact(ctx, params.id),
  });
}

export { endDemo } from './end-demo.ts';
export { fillDemo } from './fill-demo.ts';
export { createFirstAdministrator } from './first-administrator.ts';
export { demoRoutes } from './routes.ts';
export { demoSignIns } from './sign-ins.ts';

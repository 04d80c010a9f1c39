import type { ProblemWords } from '../kernel/problem-words.ts';

export const identityWords: ProblemWords = {
  'identity.wrong-sign-in': '用户名或口令不正确。',
  'identity.locked': ({ minutes }) =>
    `连续多次登录失败，该用户已被锁定，请 ${String(minutes)} 分钟后再试，或联系本单位管理员。`,
  'identity.totp-needed': '该用户已启用两步验证，请输入动态码。',
  'identity.totp-wrong': '动态码不正确或已过期，请核对手机时间后重新输入。',
  'identity.no-post': '您当前没有任职岗位，无法使用系统。请联系本单位管理员。',
  'identity.current-wrong': '当前口令不正确。',
  'identity.password-too-short': ({ min }) => `口令至少 ${String(min)} 位。`,
  'identity.password-too-plain': ({ classes }) =>
    `口令须至少包含数字、字母、符号中的 ${String(classes)} 类。`,
  'identity.password-used': '不能使用最近用过的口令，请换一个。',
  'identity.password-is-name': '口令不能包含用户名或姓名。',
  'identity.password-common': '该口令过于常见，容易被猜中，请换一个。',
  'identity.user-name-taken': '该用户名或统一身份认证标识刚刚被他人使用，请核对后重试。',
  'identity.totp-on-already': '两步验证已经启用。如需更换手机，请先停用再重新启用。',
  'identity.disabled-already': '该用户已经停用。',
  'identity.enabled-already': '该用户没有停用。',
  'identity.openid-unknown': '统一身份认证中的这个人尚未在本系统建立人员档案，请联系本单位管理员。',
  'identity.openid-failed': '统一身份认证未能完成，请重试；如反复出现请改用口令登录。',
};

/** Names of what the audit trail says of users. */
export const identityActions: Record<string, string> = {
  'identity.sign-in': '登录',
  'identity.sign-in-failed': '登录失败',
  'identity.lock': '因连续登录失败锁定用户',
  'identity.sign-out': '退出登录',
  'identity.change-password': '修改口令',
  'identity.totp-set-up': '准备启用两步验证',
  'identity.totp-on': '启用两步验证',
  'identity.totp-off': '停用两步验证',
};

/** Names in the API's description and on the sign-in page. */
export const identityNames = {
  tag: '登录与口令',
  product: '矩阵·政务新媒体管理',
  openId: '统一身份认证',
  routes: {
    ways: '登录方式（无需登录）',
    signIn: '登录（无需登录；限同源页面）',
    session: '当前登录',
    signOut: '退出登录',
    password: '修改口令',
    totpSetUp: '准备启用两步验证',
    totpConfirm: '确认启用两步验证',
    totpRemove: '停用两步验证',
    openIdStart: '前往统一身份认证（无需登录）',
    openIdBack: '自统一身份认证返回（无需登录）',
  },
} as const;

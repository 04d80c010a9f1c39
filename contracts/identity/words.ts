import type { ProblemWords } from '../kernel/problem-words.ts';

export const identityWords: ProblemWords = {
  'identity.wrong-sign-in': '用户名或口令不正确。',
  'identity.locked': ({ minutes }) => `连续多次登录失败，该用户已被锁定，请 ${String(minutes)} 分钟后再试，或联系本单位管理员。`,
  'identity.totp-needed': '该用户已启用两步验证，请输入动态码。',
  'identity.totp-wrong': '动态码不正确或已过期，请核对手机时间后重新输入。',
  'identity.no-post': '您当前没有任职岗位，无法使用系统。请联系本单位管理员。',
  'identity.current-wrong': '当前口令不正确。',
  'identity.password-too-short': ({ min }) => `口令至少 ${String(min)} 位。`,
  'identity.password-too-plain': ({ classes }) => `口令须至少包含数字、字母、符号中的 ${String(classes)} 类。`,
  'identity.password-used': '不能使用最近用过的口令，请换一个。',
  'identity.password-is-name': '口令不能包含用户名或姓名。',
  'identity.password-common': '该口令过于常见，容易被猜中，请换一个。',
  'identity.openid-unknown': '统一身份认证中的这个人尚未在本系统建立人员档案，请联系本单位管理员。',
  'identity.openid-failed': '统一身份认证未能完成，请重试；如反复出现请改用口令登录。',
};

export const passwordClassNames = { digit: '数字', letter: '字母', symbol: '符号' } as const;

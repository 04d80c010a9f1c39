/** Stems of passwords that attackers try first, Chinese habits included. Digits and symbols around them do not help. */
const STEMS = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'admin',
  'administrator',
  'root',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'asdfghjkl',
  'zxcvbn',
  'zxcvbnm',
  'qazwsx',
  'qazwsxedc',
  'abc',
  'abcd',
  'abcdef',
  'abcdefg',
  'aa',
  'aaa',
  'woaini',
  'woaiwojia',
  'iloveyou',
  'welcome',
  'letmein',
  'test',
  'user',
  'guest',
  'huawei',
  'weixin',
  'weibo',
  'zhengwu',
  'xinmeiti',
  'zhengfu',
  'juzhen',
  'china',
  'zhongguo',
] as const;

const EXACT = new Set<string>([
  '1qaz2wsx',
  '1q2w3e4r',
  '1q2w3e4r5t',
  'q1w2e3r4',
  'a1b2c3d4',
  '1qaz@wsx',
  '!qaz2wsx',
  '1a2b3c4d',
  '5201314',
  '147258369',
  '112233445566',
]);
const TRIVIAL_DIGITS =
  /^(?:(\d)\1*|0?123456789\d*|12345678?|987654321?0?|(?:19|20)\d{2}(?:0[1-9]|1[0-2])?(?:[0-3]\d)?|\d{1,6})$/;

/** Whether a password is a well-known one, or a well-known word with trivial digits and symbols around it. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase();
  if (EXACT.has(lower)) return true;
  const bare = lower.replace(/[^a-z0-9@]/g, '');
  if (TRIVIAL_DIGITS.test(bare)) return true;
  return STEMS.some((stem) => {
    const at = bare.indexOf(stem);
    if (at < 0) return false;
    const rest = (bare.slice(0, at) + bare.slice(at + stem.length)).replaceAll('@', '');
    return rest === '' || TRIVIAL_DIGITS.test(rest);
  });
}

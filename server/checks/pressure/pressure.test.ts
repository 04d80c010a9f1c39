import { expect, test } from 'vitest';
import { checked, found } from '../testing.ts';

test.each([
  ['全体干部务必转发朋友圈并截图上报。', 'forced'],
  ['各村必须组织村民下载APP，下载率纳入考核。', 'forced'],
  ['每人每天点赞不得少于5次', 'forced'],
  ['请全体家长关注公众号，完成率将予以通报。', 'forced'],
  ['集赞满38个即可领取奖品一份', 'rewarded'],
  ['转发朋友圈抽奖，赢取千元红包！', 'rewarded'],
  ['下载App注册即可领话费。', 'rewarded'],
  ['为我县投上一票！投票支持者可参与抽奖。', 'rewarded'],
  ['联系商家购买粉丝、刷阅读量', 'fakery'],
])('FS-25 GD-4.4a pressed or paid for: %s', (text, kind) => {
  expect(
    checked(text)
      .filter(({ detector }) => detector === 'pressure')
      .map((one) => one.kind),
  ).toContain(kind);
});

test.each([
  '欢迎点赞转发。',
  '严禁强制要求点赞、转发、下载APP。',
  '不得以任何形式强制基层干部转发朋友圈，不得纳入考核。',
  '警方打击刷单、刷量等网络水军犯罪。',
  '整治“指尖上的形式主义”，取消点赞数、转发率排名通报。',
  '股东会决议必须经代表三分之二以上表决权的股东投票通过。',
  '请关注公众号了解更多信息。',
  '可下载客户端查询办理进度。',
  '为奋战在一线的志愿者点赞！',
  '必须坚持人民至上。群众纷纷点赞。',
])('FS-25 no pressure: %s', (text) => {
  expect(found('pressure', text)).toEqual([]);
});

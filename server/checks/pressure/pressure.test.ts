import { expect, test } from 'vitest';
import { checked, found } from '../testing.ts';

const kinds = (text: string) =>
  checked(text)
    .filter(({ detector }) => detector === 'pressure')
    .map(({ kind, severity }) => `${kind} ${severity}`);

test.each([
  ['全体干部务必转发朋友圈并截图上报。', 'forced'],
  ['各村必须组织村民下载APP，下载率纳入考核。', 'forced'],
  ['每人每天点赞不得少于5次', 'forced'],
  ['请全体家长关注公众号，完成率将予以通报。', 'forced'],
  ['要求全体干部职工关注“清河组工”公众号并截图反馈。', 'forced'],
  ['各村要在微信群转发，转发量纳入考核。', 'forced'],
  ['请为我县代表队投票，各单位每天不低于200票。', 'forced'],
  ['发动干部职工积极投票，投票数量纳入精神文明考核。', 'forced'],
  ['各班级家长务必投票，完成后接龙。', 'forced'],
  ['每个党支部点赞数不少于50个。', 'forced'],
  ['每名班主任动员不少于30名家长下载注册。', 'forced'],
  ['请全体党员每日登录“学习强国”，积分低于30分的通报。', 'forced'],
  ['各村要组织群众点赞，点赞率不低于90%。', 'forced'],
  ['全体教师必须下载国家反诈中心客户端，并截图上报。', 'forced'],
  ['集赞满38个即可领取奖品一份', 'rewarded'],
  ['转发朋友圈抽奖，赢取千元红包！', 'rewarded'],
  ['下载App注册即可领话费。', 'rewarded'],
  ['为我县投上一票！投票支持者可参与抽奖。', 'rewarded'],
  ['转发到朋友圈，集满30个赞可领取保温杯一个。', 'rewarded'],
  ['集齐50赞到门店兑换', 'rewarded'],
  ['关注即送小礼品一份。', 'rewarded'],
  ['扫码关注公众号，免费领取鸡蛋。', 'rewarded'],
  ['关注公众号并转发朋友圈，即可获得抽奖机会', 'rewarded'],
  ['红包怎么领？方式：转发本文。', 'rewarded'],
  ['联系商家购买粉丝、刷阅读量', 'fakery'],
])('FS-25 GD-4.4a pressed or paid for: %s', (text, kind) => {
  expect(kinds(text)).toContain(`${kind} warn`);
});

test('FS-25 a finding runs from the demand to how it is checked, each told once', () => {
  const text =
    '全体教师必须下载安装，每名班主任动员不少于30名家长注册。请为作品投票，每人每天投3票，转发到朋友圈集满30个赞可领取保温杯。投票数量纳入精神文明考核。';
  expect(found('pressure', text)).toEqual([
    'forced 必须下载安装，每名班主任动员不少于30名家长',
    'forced 投票，每人每天',
    'rewarded 转发到朋友圈集满30个赞',
    'forced 投票数量纳入精神文明考核',
  ]);
});

test.each([
  ['全体教师必须下载安装。', 'urged warn'],
  ['请全体家长关注公众号。', 'urged warn'],
  ['村干部务必转发到微信群。', 'urged warn'],
  ['参保人员务必扫码下载“吉林医保”App激活电子医保凭证。', 'urged note'],
  ['考生必须下载App并完成人脸核验方可参加线上笔试。', 'urged note'],
  ['家长必须在8月25日前扫码关注公众号进行网上登记。', 'urged note'],
  ['请务必转发朋友圈扩散：走失老人，身穿灰色上衣。', 'urged note'],
  ['今夜有暴雨，请务必转发至微信群。', 'urged note'],
])(
  'FS-25 a demand nobody checks up on wants a decision, one in the interest of the asked a look: %s',
  (text, expected) => {
    expect(kinds(text)).toEqual([expected]);
  },
);

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

test.each([
  '全体党员观看专题片后纷纷点赞，表示深受教育。',
  '全体干部职工挥汗如雨奋战在防汛一线，令人点赞。',
  '县城管局对占道经营一律劝离，执法既有力度又有温度，赢得市民点赞。',
  '全体教师以“为学生点亮梦想”为题开展演讲比赛，获得网友点赞。',
  '全员参与的“红黑榜”获得居民点赞。',
  '“必须点赞！”看到村里的新变化，村民们竖起了大拇指。',
  '网友纷纷为他点赞：“共产党员就是必须冲在前！”',
  '短视频单条点赞量不少于10万的有36条，同比增长45%。',
  '全县窗口单位一律开通网上办事，群众点赞率达98%。',
  '点赞量居全县第一，予以通报表扬。',
])('FS-25 praise and figures are no demand: %s', (text) => {
  expect(found('pressure', text)).toEqual([]);
});

test.each([
  '报名者须在活动当天关注微信公众号，不少于3名队员参赛。',
  '游客务必提前3天通过“清河文旅”微信公众号预约，扫码关注后选择时段。',
  '办理流程：扫码关注公众号→点击“一网通办”→必须上传身份证照片。',
  '代表们投出宝贵一票，全体代表一致通过各项决议。',
  '选民凭选民证领取选票，投票一律采用无记名方式。',
  '公众可关注公众号参与投票，每人每天限投10票。',
  '民警逐户指导群众下载App，注册率、完成率居全市前列。',
  '各单位要高度关注公众号建设，做实政务公开。',
  '一律不得安装来历不明的软件。',
  '来源：“学习强国”吉林学习平台',
])('FS-25 a demand counts only before what is demanded: %s', (text) => {
  expect(found('pressure', text)).toEqual([]);
});

test.each([
  '不法分子以“扫码关注公众号，免费领取鸡蛋”为名套取信息，实施诈骗。',
  '群主称“每天点赞10条可领红包”。王女士先后转账3万元，发现被骗。',
  '反诈提醒：这些套路要当心\n“转发朋友圈抽奖，赢取红包”，您信吗？',
  '群众为清廉家风点赞，全县有奖征集家风故事200余篇。',
  '请获奖者凭截图领取奖品，继续关注公众号。',
  '垃圾分类积分可兑换香皂、洗衣粉，扫码关注公众号查询积分。',
  '普法有奖知识竞赛：关注公众号参与答题，答对80分以上可参与抽奖。',
  '关注“清河发布”微信公众号，点击“消费券”菜单即可免费领取政府消费券。',
  '下载App注册即可领取电子医保凭证。',
  '给你点个赞！',
])('FS-25 a reward for something else, or told of as a fraud: %s', (text) => {
  expect(found('pressure', text)).toEqual([]);
});

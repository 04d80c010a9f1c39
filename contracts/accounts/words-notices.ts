/** What a public notice says; names units and accounts, never people. Days come as 'YYYY-MM-DD'. */
interface NoticeFacts {
  readonly account: string;
  readonly platform: string;
  readonly host: string;
  readonly number: string;
  readonly newHost: string;
  /** The account that goes on, where one is merged into another. */
  readonly into: string;
  readonly publishedOn: string;
  readonly effectOn: string | null;
  readonly run: { readonly term: string; readonly lastOn: string; readonly earliestOn: string } | null;
}

const date = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

const named = ({ account, platform, number }: NoticeFacts): string =>
  `政务新媒体账号“${account}”（${platform}，备案编号 ${number}）`;

/** How long the public is told beforehand, and from when it may happen. */
function duration({ publishedOn, run }: NoticeFacts, what: string): string {
  if (!run) return '';
  return `本公告自${date(publishedOn)}发布，公告期不少于${run.term}，至${date(run.lastOn)}止；${what}最早于${date(run.earliestOn)}生效。`;
}

const ending = (what: string, meaning: string) => (facts: NoticeFacts) => ({
  title: `关于${what}“${facts.account}”（${facts.platform}）的公告`,
  body: `${facts.host}拟${what}${named(facts)}。${duration(facts, what)}${meaning}特此公告。`,
});

/** Title and text of a public notice by what it tells of. */
export const noticeTexts = {
  change: (facts: NoticeFacts) => ({
    title: `关于变更“${facts.account}”（${facts.platform}）有关信息的公告`,
    body: `${facts.host}拟变更${named(facts)}的有关信息。${duration(facts, '变更')}特此公告。`,
  }),
  'host-change': (facts: NoticeFacts) => ({
    title: `关于“${facts.account}”（${facts.platform}）变更主办单位的公告`,
    body: facts.effectOn
      ? `${named(facts)}的主办单位自${date(facts.effectOn)}起由${facts.host}变更为${facts.newHost}。特此公告。`
      : `${named(facts)}的主办单位拟由${facts.host}变更为${facts.newHost}。${duration(facts, '变更')}特此公告。`,
  }),
  close: ending('关停', '关停后账号停止更新，并在平台上作出说明。'),
  cancel: ending('注销', '注销后账号及其已发布的信息在平台上删除。'),
  merge: (facts: NoticeFacts) => ({
    title: `关于整合“${facts.account}”（${facts.platform}）的公告`,
    body: `${facts.host}拟将${named(facts)}并入“${facts.into}”。${duration(facts, '整合')}整合后原账号停止更新，服务由“${facts.into}”提供。特此公告。`,
  }),
} as const;

/** A notice without a time to run is published once and for all. */
export const noticePublished = '已发布';
export const noticeStateNames = { standing: '公告中', withdrawn: '已撤回', done: '已生效' } as const;
export const noticeKindNames = {
  change: '变更',
  'host-change': '变更主办单位',
  close: '关停',
  cancel: '注销',
  merge: '整合',
} as const;

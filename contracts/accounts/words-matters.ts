import type { ProblemWords } from '../kernel/problem-words.ts';
import { accountStateNames, kindName, stateName } from './words-names.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** What can stand in the way of a change, a closing or a cancellation. */
export const matterWords: ProblemWords = {
  'accounts.not-approved-for-effect': ({ state }) =>
    `这份备案现在是“${stateName('change', state)}”，审批通过、尚未生效的才能登记生效。`,
  'accounts.state-bars': ({ name, state, matter }) =>
    state === 'approved'
      ? `“${text(name)}”尚未开设，请先登记开设情况，再办理${kindName(matter)}。`
      : `“${text(name)}”${accountStateNames[text(state) as keyof typeof accountStateNames] ?? ''}，不能再办理${kindName(matter)}。`,
  'accounts.under-way': ({ name, kind, state }) =>
    `“${text(name)}”已有一份${kindName(kind)}备案在办（${stateName(kind, state)}）。请先办结或撤回，再办新的。`,
  'accounts.under-way-meanwhile': '这个账号刚刚另有一份备案开始办理，请刷新后查看。',
  'accounts.host-closed': ({ unit, on }) =>
    `${text(unit)}已于 ${text(on)} 撤销，不能再以其名义办理。其账号由承接单位办理主办单位变更后接手。`,
  'accounts.take-over-first': ({ name, host }) =>
    `“${text(name)}”的主办单位${text(host)}已撤销，请先办理变更，将账号转到承接单位名下。`,
  'accounts.not-host-any-more': ({ name, host }) => `“${text(name)}”现由${text(host)}主办，请由该单位办理。`,
  'accounts.nothing-changed': '没有任何内容与台账不同。请改动需要变更的各项，或另选新的主办单位。',
  'accounts.new-host-unknown': '新的主办单位不在本辖区的单位名录中，请重新选择。',
  'accounts.new-host-elsewhere': ({ unit }) => `${text(unit)}不在本辖区，请选择本辖区的单位。`,
  'accounts.new-host-gone': ({ unit, on }) =>
    `${text(unit)}已于 ${text(on)} 撤销，账号不能变更到该单位。请撤回本备案，另选单位后重新办理。`,
  'accounts.new-host-closed': ({ unit, on }) => `${text(unit)}已于 ${text(on)} 撤销，请另选单位。`,
  'accounts.new-host-ambiguous': ({ unit }) =>
    `名录中有不止一个“${text(unit)}”，无法确定由哪一个表示同意。请联系主管单位核对名录。`,
  'accounts.reason-unchosen': '请在所列原因中至少选择一项。',
  'accounts.reason-unwritten': ({ label }) => `选择了“${text(label)}”，请写明具体原因。`,
  'accounts.effect-in-future': ({ today }) => `生效日期不能晚于今天（${text(today)}），实际生效后再登记。`,
  'accounts.effect-before-opening': ({ opened }) => `生效日期不能早于账号的开设日期（${text(opened)}）。`,
  'accounts.effect-too-soon': ({ earliest }) => `按规定须提前报备，最早可于 ${text(earliest)} 生效。`,
  'accounts.notice-running': ({ published, term, last, earliest }) =>
    `公告自 ${text(published)} 发布，须满${text(term)}，公告期至 ${text(last)} 止，最早 ${text(earliest)} 起生效。现在还不能登记。`,
  'accounts.notice-absent': '这份备案须先向社会公告，但没有找到公告，不能登记生效。请联系主管单位。',
  'accounts.statement-missing': '关停须在平台上作出说明：请填写说明的网址，或上传平台上说明的截图。',
  'accounts.history-not-deleted': '注销须连同发布过的全部信息一起删除，请确认后勾选。',
  'accounts.entered-already': ({ system }) =>
    `已按审批结果在${text(system)}登记，不能撤回。请继续办结；情况有变的另办备案。`,
};

/** Names of their actions in the audit trail. */
export const matterActions: Record<string, string> = {
  'filing.lapse': '备案因主办单位撤销而终止',
  'filing.effected': '登记生效情况',
  'notice.published': '发布公告',
  'notice.withdrawn': '撤回公告',
  'notice.done': '公告事项生效',
  'account.changed': '账号信息变更',
  'account.closed': '账号关停',
  'account.cancelled': '账号注销',
};

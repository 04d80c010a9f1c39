import type { ProblemWords } from './problem-words.ts';

/** Sentences for refusals that no single module owns. */
export const kernelWords: ProblemWords = {
  'not-signed-in': '请先登录。登录状态可能已因长时间未操作或修改口令而失效。',
  forbidden: '您当前任职的岗位无权进行此操作。如确需办理，请联系本单位管理员核对任职。',
  'not-found': '没有找到所要的内容，可能已被删除，或不在您的管辖范围内。',
  stale: '您看到的内容已被他人更新。请刷新后核对最新内容，再重新操作。',
  'too-large': ({ limit }) => `文件超过 ${String(limit ?? '20 MB')} 的上限，请压缩或拆分后再上传。`,
  'too-many': '操作过于频繁，请稍后再试。',
  'bad-csrf': '页面已过期，请刷新后重试。',
  'bad-input': '填写的内容有误，请按提示改正后再提交。',
  'bad-field': ({ reason }) => `该项填写有误：${String(reason ?? '格式不符')}。`,
  'unknown-field': ({ field }) => `含有不认识的字段「${String(field ?? '')}」，请刷新页面后重试。`,
  'bad-request-400': '服务器没有看懂这次请求，请刷新页面后重试。',
  'bad-request-408': '等待时间过长，内容没有传完。请检查网络后重试。',
  'bad-request-431': '地址或请求头过长，请缩短查找的文字后重试。',
  'bad-json': '提交的内容不是有效的 JSON，请刷新页面后重试。',
  'bad-media-type': '提交的内容类型不受支持。',
  'route-not-found': '没有这个页面或接口。',
  'password-change-required': '口令须先修改才能继续使用。',
  internal: '系统内部出错，本次操作未保存。请稍后重试；如反复出现，请把编号告知系统管理员。',
  unavailable: '系统繁忙或正在维护，请稍后再试。',
};

/** Chinese names of the ways in which a typed value can be wrong, for the reason of `bad-field`. */
export const inputReasons = {
  required: '必须填写',
  type: '类型不符',
  tooLong: (max: number) => `最多 ${max} 个字`,
  tooShort: (min: number) => `至少 ${min} 个字`,
  tooBig: (max: number) => `不能大于 ${max}`,
  tooSmall: (min: number) => `不能小于 ${min}`,
  format: '格式不符',
  option: '不在可选项之内',
} as const;

/** Titles of problem details by HTTP status. */
export const problemTitles: Readonly<Record<number, string>> = {
  400: '填写有误',
  401: '尚未登录',
  403: '无权操作',
  404: '没有找到',
  408: '等待超时',
  409: '状态已变化',
  413: '内容过大',
  414: '地址过长',
  415: '类型不支持',
  422: '不符合规定',
  429: '操作过于频繁',
  431: '地址过长',
  500: '系统出错',
  503: '暂时不可用',
};

export const apiWords = {
  title: '矩阵 · 政务新媒体管理 接口',
  description: '所有接口均需登录（另有注明者除外）；出错时按 RFC 9457 返回问题详情，附中文说明与依据。',
} as const;

/** Texts of notices that leave the system by e-mail or webhook. */
export const deliveryWords = {
  subject: '【矩阵】政务新媒体管理提醒',
  plain: '您有一条新的待办提醒，请登录系统查看。',
} as const;

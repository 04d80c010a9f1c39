import type { Form } from '../policy/index.ts';
import type { FilingData } from './form-cells.ts';

/** A form drawn like 抚松县 附件2. */
export const fusongForm: Form = {
  title: '政务新媒体开设、变更、注销审批表',
  kinds: ['open', 'change', 'cancel'],
  sections: [
    {
      title: '基本信息',
      fields: [
        { id: 'host', label: '开设主体', type: 'unit', required: true },
        { id: 'account-name', label: '账号名称', type: 'text', required: true },
        { id: 'supervisor', label: '主管单位', type: 'unit', required: true },
        { id: 'account-kind', label: '账号类型', type: 'platform', required: true },
        { id: 'unit-code', label: '国办登记系统单位标识码', type: 'text', required: true },
        { id: 'functions', label: '账号功能', type: 'text', required: false },
        { id: 'url', label: '主页URL\n/下载URL', type: 'url', required: false },
        { id: 'applied-on', label: '申请时间', type: 'date', required: true },
        { id: 'account-id', label: '微信biz/oid/账号ID', type: 'text', required: false },
        { id: 'contact', label: '联系人', type: 'person', required: true },
      ],
    },
  ],
  reasons: {
    open: [{ id: 'reason', label: '开设理由', freeText: true }],
    change: [
      { id: 'rectify', label: '整改' },
      { id: 'other', label: '其他', freeText: true },
    ],
    cancel: [
      { id: 'unable', label: '无力维护' },
      { id: 'merged', label: '主办单位撤销合并' },
      { id: 'ordered', label: '按通报整改要求' },
      { id: 'other', label: '其他', freeText: true },
    ],
  },
  opinions: [
    { id: 'host', title: '开设单位意见', step: 'host-consent', seal: true, signature: true },
    { id: 'county', title: '主管单位意见', step: 'county-approve', seal: true, signature: true },
    {
      id: 'city',
      title: '全市政务新媒体工作主管单位审批意见',
      step: 'city-file',
      seal: true,
      signature: false,
    },
  ],
  attachments: [{ id: 'rules', label: '已同时提交政务新媒体主办责任的相关保障制度', required: true }],
  layout: {
    columns: [12, 30, 45, 30, 53],
    rows: [
      [
        { label: '申请事项', rowspan: 4 },
        { checks: 'kind.open', rowspan: 2 },
        { checks: 'reasons.open', colspan: 3, heightMm: 16 },
      ],
      [{ checks: 'attachments', colspan: 3 }],
      [{ checks: 'kind.change' }, { checks: 'reasons.change', colspan: 3 }],
      [{ checks: 'kind.cancel' }, { checks: 'reasons.cancel', colspan: 3 }],
      [
        { label: '基本信息', rowspan: 5 },
        { label: '开设主体' },
        { field: 'host' },
        { label: '账号名称' },
        { field: 'account-name' },
      ],
      [{ label: '主管单位' }, { field: 'supervisor' }, { label: '账号类型' }, { field: 'account-kind' }],
      [
        { label: '国办登记系统单位标识码' },
        { field: 'unit-code' },
        { label: '账号功能' },
        { field: 'functions' },
      ],
      [{ label: '主页URL\n/下载URL' }, { field: 'url' }, { label: '申请时间' }, { field: 'applied-on' }],
      [{ label: '微信biz/oid\n/账号ID' }, { field: 'account-id' }, { label: '联系人' }, { field: 'contact' }],
      [
        { label: '开设单位\n意见', colspan: 2 },
        { opinion: 'host', colspan: 3 },
      ],
      [
        { label: '主管单位\n意见', colspan: 2 },
        { opinion: 'county', colspan: 3 },
      ],
      [
        { label: '审批意见' },
        { label: '全市政务新媒体工作主管单位审批意见' },
        { opinion: 'city', colspan: 3 },
      ],
    ],
    notes: [
      '注：1.“基本信息”栏按账号类型的实际情况选填。',
      '2.开设单位、主管单位意见栏除加盖公章外，由单位主要负责同志签字。',
    ],
  },
};

export const fusongFiling: FilingData = {
  kind: 'open',
  docNumber: '抚备〔2026〕12号',
  values: {
    host: '抚松县人力资源和社会保障局',
    'account-name': '抚松人社',
    supervisor: '抚松县政务服务和数字化建设管理局',
    'account-kind': '微信公众号（订阅号）',
    'unit-code': '2206210012',
    functions: '信息发布、政策解读、办事服务、互动交流',
    url: 'https://mp.weixin.qq.com/mp/profile_ext?action=home&__biz=MzA5OTQ3NjY0Mw==#wechat_redirect',
    'applied-on': '2026-09-29',
    'account-id': 'gh_5b3c1f0a9d2e',
    contact: '张小敏 0439-6212345',
  },
  reasons: [
    {
      id: 'reason',
      text: '为方便群众查询社保、就业政策，拟开设微信公众号，每周发布不少于三篇原创信息，并提供办事入口。',
    },
  ],
  opinions: [
    {
      step: 'host-consent',
      unitName: '抚松县人力资源和社会保障局',
      text: '同意开设，请按程序报批。',
      decider: '李建国',
      post: '主要领导',
      day: '2026-09-29',
      decision: 'approve',
      seal: true,
      signature: true,
    },
    {
      step: 'county-approve',
      unitName: '抚松县政务服务和数字化建设管理局',
      text: '',
      decider: '王𬭎',
      post: '备案管理员',
      day: '2026-10-09',
      decision: 'approve',
    },
  ],
  attachments: ['rules'],
};

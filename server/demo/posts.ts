/** The people of a demonstration unit by the end of their user name, with the kinds of post they hold. */
export const demoPosts = {
  info: { title: '信息员', kinds: ['info-officer'] },
  oper: { title: '经办人', kinds: ['handling-officer'] },
  head: { title: '科室负责人', kinds: ['section-head'] },
  deputy: { title: '分管领导', kinds: ['deputy-leader'] },
  boss: { title: '主要领导', kinds: ['principal-leader'] },
  admin: { title: '单位管理员', kinds: ['administrator', 'safety-officer'] },
  file: { title: '备案管理员', kinds: ['filing-officer'] },
  duty: { title: '值班员', kinds: ['duty-officer'] },
} as const;

export type DemoPost = keyof typeof demoPosts;

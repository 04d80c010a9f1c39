/** Texts of what a regulation says, where no value stands for itself. */
export const policyText = {
  repealed: '（自该日起废止）',
  when: (condition: string) => `适用于：${condition}`,
  states: {
    'in-force': '',
    'not-yet': '尚未施行',
    repealed: '已废止',
    lapsed: '已失效',
    absent: '各级规定均未作要求',
  },
} as const;

type Facts = Readonly<Record<string, string | number>>;

/** What is said of each kind of finding of the wording detector. */
export const wordingMessages: Readonly<Record<string, string | ((facts: Facts) => string)>> = {
  confusion: (f) => `疑似错别字：“${f.written}”似应为“${f.meant}”。`,
  idiom: '成语或熟语用字有误。',
  word: '词语用字有误。',
  expression: '公文固定用语有误。',
  'missing-character': '疑似漏字。',
  particle: '“的、地、得”使用有误。',
  'repeated-character': (f) => (f.sign ? `“${f.sign}”字重复。` : '文字重复。'),
  'repeated-word': '词语重复。',
  'repeated-mark': '标点符号重复。',
  'clashing-marks': '两个标点符号相连，应当删去一个。',
  'half-width': '汉字之间使用了半角标点，中文应当使用全角标点。',
  'bracket-unclosed': (f) => `“${f.sign}”没有配对的后一半。`,
  'bracket-unopened': (f) => `“${f.sign}”没有配对的前一半。`,
  numbering: (f) => `序号不连续：“${f.before}”之后是“${f.number}”，缺“${f.missing}”。`,
  'no-such-date': '日期不存在。',
  'no-such-time': '时间不存在。',
  weekday: (f) => `星期与日期不符，该日是${f.right}。`,
  'percent-over-100': (f) => `“${f.of}”超过100%，请核对。`,
  'unit-slip': '数量单位有误，请核对。',
  'unit-name': '单位名称疑似有误。',
};

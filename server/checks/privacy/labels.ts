/** What the words before a number say it is; all patterns run over a dozen characters. */
const SERIAL =
  /(?:订单|流水|运单|快递|单据|编|序列|批|受理|登记|合同|发票|凭证|交易|文|案|条形|条|税|识别|注册|备案|业务|项目|货|产品|设备|型|标识|信用|机构|会计|准考|学|工|考|卡片|档案|许可|社保|医保|保单|票|房|户籍编)(?:号码|号|编码|代码|码|标识码)$/;
const AMOUNT_BEFORE = /[¥￥$€£]$/;
const AMOUNT_AFTER =
  /^(?:\.\d|,\d|元|万|亿|千|百|吨|公斤|千克|克|人|户|亩|公顷|平方|立方|米|公里|千米|件|个|%|‰|℃|度|页|册|台|辆|次|份|股|字)/;
/** Behind eleven digits in one that are a mobile number: 元旦, 人社局 and a comma with the next number follow those too. */
const SUM_AFTER = /^(?:\.\d|[万亿千百]?元(?![旦宵月])|[万亿](?:吨|人|户|亩|斤)|吨|公斤|亩|平方|立方|%|‰)/;
const HOME_PHONE = /(?:家庭|住宅|家中|本人|个人|宅电|家里)/;
const OFFICE =
  /(?:咨询|办公|值班|监督|举报|投诉|服务|热线|传真|窗口|受理|报名|办事|救助|求助|报警|急救|抢修|客服|招标|采购|业务|科室|单位|部门|公开|总机|电话局|政务|预约|招聘|反映|报送|办理|维权|来访|信访|接待|应急|联系单位|大厅|中心|委员会|管委会|街道|办事处|[局处委所站办厅院校队科部](?:电话|联系)?)/;
const CARD = /(?:银行卡|卡号|账号|帐号|账户|帐户|信用卡|储蓄卡|借记卡|开户|工资卡|一卡通|visa|card|bank)/;
const ID = /(?:身份证|证件号|公民身份|身份号|身份信息|证号|id\s*(?:no|card|number)?)/;

/** The words right before a place, without colons, brackets and spaces. */
export function labelOf(words: string): string {
  return words.replace(/[\s:："“”'()（）[\]【】<>|,，、=是为]{1,12}$/, '');
}

export const isSerialLabel = (label: string): boolean =>
  SERIAL.test(label) &&
  !/(?:手机|电话|联系|微信|身份证?|证件|银行|银行卡|信用卡|护照)(?:号码|号|卡号)$/.test(label);
export const isAmountBefore = (words: string): boolean => AMOUNT_BEFORE.test(words);
export const isAmountAfter = (words: string): boolean => AMOUNT_AFTER.test(words);
export const isSumAfter = (words: string): boolean => SUM_AFTER.test(words);
export const namesHomePhone = (words: string): boolean => HOME_PHONE.test(words);
export const namesOffice = (words: string): boolean => OFFICE.test(words);
export const namesCard = (words: string): boolean => CARD.test(words);
export const namesId = (words: string): boolean => ID.test(words);

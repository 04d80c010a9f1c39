/** Invented numbers that are right in form; none was given to anybody by us. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An 18-place identity number of a region, day of birth and serial. */
export function idNumber(region: string, birth: string, serial: string): string {
  const body = `${region}${birth}${serial}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

/** Digits with the one at the end that makes them pass Luhn. */
function card(body: string): string {
  for (let last = 0; last < 10; last += 1) {
    const digits = `${body}${last}`;
    const sum = [...digits].reverse().reduce((total, one, place) => {
      const weighed = place % 2 === 0 ? Number(one) : Number(one) * 2;
      return total + (weighed > 9 ? weighed - 9 : weighed);
    }, 0);
    if (sum % 10 === 0) return digits;
  }
  return body;
}

const fullWidth = (text: string): string =>
  [...text]
    .map((one) => (/[!-~]/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one))
    .join('');

const ID = idNumber('110105', '19491231', '002');
const BODY = idNumber('620102', '19900307', '771');
const CARD19 = card('622202123456789012');
const CARD16 = card('622588123456789');

/** Text with the finding that has to be made: kind and the stretch of text. */
export const PERSONAL: readonly (readonly [text: string, kind: string, marked: string])[] = [
  [`身份证号：${ID}。`, 'id-number', ID],
  [`他的号码${ID.toLowerCase()}已登记`, 'id-number', ID.toLowerCase()],
  [`证件${BODY}`, 'id-number', BODY],
  [fullWidth(BODY), 'id-number', fullWidth(BODY)],
  [fullWidth(ID), 'id-number', fullWidth(ID)],
  [
    `${BODY.slice(0, 6)} ${BODY.slice(6, 14)} ${BODY.slice(14)}`,
    'id-number',
    `${BODY.slice(0, 6)} ${BODY.slice(6, 14)} ${BODY.slice(14)}`,
  ],
  [
    `${BODY.slice(0, 6)}-${BODY.slice(6, 14)}-${BODY.slice(14)}`,
    'id-number',
    `${BODY.slice(0, 6)}-${BODY.slice(6, 14)}-${BODY.slice(14)}`,
  ],
  [[...BODY].join(' '), 'id-number', [...BODY].join(' ')],
  [`${BODY.slice(0, 6)}　${BODY.slice(6)}`, 'id-number', `${BODY.slice(0, 6)}　${BODY.slice(6)}`],
  [`${BODY.slice(0, 9)}\u200b${BODY.slice(9)}`, 'id-number', `${BODY.slice(0, 9)}\u200b${BODY.slice(9)}`],
  [`${ID.slice(0, 17)} X`, 'id-number', `${ID.slice(0, 17)} X`],
  [idNumber('810000', '19800101', '123'), 'id-number', idNumber('810000', '19800101', '123')],
  [`公民身份号码110105491231002`, 'id-number-15', '110105491231002'],
  ['旧证110105 491231 002', 'id-number-15', '110105 491231 002'],
  ['联系电话13812345678', 'mobile', '13812345678'],
  ['手机：138 1234 5678', 'mobile', '138 1234 5678'],
  ['138-1234-5678', 'mobile', '138-1234-5678'],
  ['１３８１２３４５６７８', 'mobile', '１３８１２３４５６７８'],
  ['+8613812345678', 'mobile', '+8613812345678'],
  ['+86 138 1234 5678', 'mobile', '+86 138 1234 5678'],
  ['008613812345678', 'mobile', '008613812345678'],
  ['(86)13912345678', 'mobile', '(86)13912345678'],
  ['1 3 8 1 2 3 4 5 6 7 8', 'mobile', '1 3 8 1 2 3 4 5 6 7 8'],
  ['Tel:19912345678', 'mobile', '19912345678'],
  ['王芳手机号13800138000。', 'mobile', '13800138000'],
  ['住宅电话：0931-8123456', 'landline', '0931-8123456'],
  ['家庭电话(010)62345678', 'landline', '(010)62345678'],
  ['电话051263456789', 'landline', '051263456789'],
  ['家庭电话：63456789', 'landline', '63456789'],
  [`卡号${CARD19}`, 'bank-card', CARD19],
  [`${CARD19.replace(/(\d{4})(?=\d)/g, '$1 ')}`, 'bank-card', CARD19.replace(/(\d{4})(?=\d)/g, '$1 ')],
  [`信用卡 ${CARD16.replace(/(\d{4})(?=\d)/g, '$1-')}`, 'bank-card', CARD16.replace(/(\d{4})(?=\d)/g, '$1-')],
  [`银行账号：${card('436742001234567890')}`, 'bank-card', card('436742001234567890')],
  ['护照号E12345678', 'passport', 'E12345678'],
  ['持EB1234567号护照', 'passport', 'EB1234567'],
  ['护照：Ｇ１２３４５６７８', 'passport', 'Ｇ１２３４５６７８'],
  ['港澳通行证C12345678', 'travel-permit', 'C12345678'],
  ['来往内地通行证号码H1234567801', 'travel-permit', 'H1234567801'],
  ['车牌号苏E12345', 'plate', '苏E12345'],
  ['甘A·8F3K6', 'plate', '甘A·8F3K6'],
  ['粤B D12345', 'plate', '粤B D12345'],
  ['京A1234警', 'plate', '京A1234警'],
  ['苏ｅ12345', 'plate', '苏ｅ12345'],
  ['邮箱zhang.san-01@163.com', 'e-mail', 'zhang.san-01@163.com'],
  ['ｌｉｓｉ＠ｑｑ．ｃｏｍ', 'e-mail', 'ｌｉｓｉ＠ｑｑ．ｃｏｍ'],
  ['家住松陵街道开平路12号3幢502室', 'address', '松陵街道开平路12号3幢502室'],
  ['户籍地：甘肃省兰州市城关区东岗西路199号', 'address', '甘肃省兰州市城关区东岗西路199号'],
  ['现住抚松镇前进村三组12号', 'address', '抚松镇前进村三组12号'],
  [
    '江苏省苏州市吴江区人民路8号阳光小区3幢2单元501室',
    'address',
    '江苏省苏州市吴江区人民路8号阳光小区3幢2单元501室',
  ],
  ['患者张三，因肺癌住院治疗', 'health', '张三，因肺癌住院'],
  [
    '赵小明，男，1980年生，松江河镇人，走失时身穿蓝色上衣，患有阿尔茨海默病',
    'health',
    '赵小明，男，1980年生，松江河镇人，走失时身穿蓝色上衣，患有阿尔茨海默',
  ],
  ['李四身患尿毒症', 'health', '李四身患尿毒症'],
  ['村民王五肢体残疾二级', 'health', '王五肢体残疾二级'],
  ['王五，男，肢体残疾二级', 'health', '王五，男，肢体残疾二级'],
  ['李芳，女，62岁，系高血压患者', 'health', '李芳，女，62岁，系高血压'],
  ['赵刚，男，医生，身患肝癌', 'health', '赵刚，男，医生，身患肝癌'],
  ['家庭成员张小宝患脑瘤', 'health', '张小宝患脑瘤'],
  ['造成刘淑珍受伤住院', 'health', '刘淑珍受伤住院'],
  ['学生陈小雨不幸身患白血病', 'health', '陈小雨不幸身患白血病'],
  ['向身患白血病的学生陈小雨捐款3万元', 'health', '身患白血病的学生陈小雨'],
];

/** What looks like personal data and is none. */
export const HARMLESS: readonly string[] = [
  `身份证号${BODY.slice(0, 17)}${BODY.endsWith('1') ? '2' : '1'}`,
  `证件号${BODY.slice(0, 6)}19901332${BODY.slice(14)}`,
  '统一社会信用代码：91110105MA01ABCD2X',
  '信用代码 911101057178200000',
  '统一社会信用代码12110105400000000X',
  '订单号：13812345678',
  '流水号13912345678901',
  '订单编号20240315123456789012',
  '物联网号码1064812345678',
  '编号6222021234567890',
  '序列号1234567890123456',
  '合同编号：4111111111111111',
  '共计13812345678元',
  '￥13812345678',
  '13,812,345,678元',
  '增长率0.13812345678',
  '共13812345678.50元',
  '2024-13812345678-01号案卷',
  '身份证号1101051949****002X',
  '手机138****5678',
  '138xxxx5678',
  '卡号6222 **** **** 0128',
  '电话：0512-6345****',
  '张某某，身份证尾号1234',
  '患者张某患有艾滋病',
  '李**患尿毒症',
  '服务热线12345',
  '拨打110、119、120、122',
  '客服400-820-8820',
  '95588银行客服',
  '咨询电话：0512-63456789',
  '值班电话（0931）8256789',
  '举报电话010-62345678',
  '传真：0512-63456789',
  '监督电话63456789',
  '区号0512-12345',
  '苏政办发〔2023〕12号',
  '沪深300指数',
  '京B2-20160001号许可证',
  '京ICP备05070218号',
  '粤食药监械（准）字2014第2400001号',
  '新A股市场12345点',
  '邮箱office@wujiang.gov.cn',
  '办公地址：苏州市吴江区开平路998号',
  '报名地点：兰州新区中川镇经一路1号政务服务中心3楼301室',
  '国务院令第711号',
  '人民路第12号公告',
  '第三条第12号',
  '艾滋病防治条例规定，医疗机构应当做好病人治疗工作。',
  '促进精神障碍患者康复，预防残疾的发生。',
  '全社会应当尊重、理解、关爱精神障碍患者。',
  '患孤独症、脑瘫症的残疾学生和儿童，应当就近入学。',
  '医生刘洋说，患者病情稳定，家属送来锦旗。',
  '白癜风患者治疗期间应当避免外伤，以免病情加重。',
  '高血压患者应当定期检查，避免脑出血。',
  '感染者和艾滋病病人从事的工作',
  '专家简介：张伟，男，主任医师，擅长高血压、糖尿病、冠心病的诊治',
  '李建国，主任医师，从事肿瘤临床工作28年',
  '孙文玲，女，1966年生，长期资助白血病儿童，捐款累计12万元',
  '刘洋，男，县残联干部，负责精神残疾、智力残疾人的救助',
  '王强，系市肿瘤医院援清医生，已为群众义诊36次',
  '周洁，女，糖尿病科护士长',
  '产品型号E12345678',
  '2024年1月1日至2024年12月31日',
  '1234567890123456789012345678901234567890',
  '20240101 20240102 20240103 20240104',
];

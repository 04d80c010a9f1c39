/** Parts of the invented names of a sample directory: nobody and no place is meant. */

export const surnames = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳',
];
export const givenNames = [
  ...'安邦博诚达德方芳国海红华慧佳建洁静娟军凯兰乐丽林玲明宁平强清庆秋仁荣瑞山圣诗淑思涛天婷文武晓欣秀雅妍艳阳怡英勇宇玉媛云泽珍志忠',
];

const firsts = [...'东西南北上下大小新老青白红金玉'];
const seconds = [...'河山沟岭泉桥林塘湾坪岗甸屯川溪源滩沙'];
/** Two hundred and seventy names of towns. */
export const places = firsts.flatMap((first) => seconds.map((second) => first + second));

export const trades = [
  ...[
    '教育',
    '科学技术',
    '工业和信息化',
    '公安',
    '民政',
    '司法',
    '财政',
    '自然资源',
    '生态环境',
    '住房和城乡建设',
  ],
  ...[
    '交通运输',
    '水务',
    '农业农村',
    '商务',
    '文化和旅游',
    '卫生健康',
    '退役军人事务',
    '应急管理',
    '审计',
    '统计',
  ],
  ...[
    '市场监督管理',
    '医疗保障',
    '林业',
    '体育',
    '信访',
    '城市管理',
    '乡村振兴',
    '粮食和物资储备',
    '畜牧业',
    '招商',
  ],
];

export const townDesks = [
  ...['党政综合办公室', '经济发展服务站', '社会事务服务站', '农业技术推广站', '文化广播站', '便民服务中心'],
  ...[
    '综合行政执法队',
    '退役军人服务站',
    '卫生院',
    '中心小学',
    '中心幼儿园',
    '水利站',
    '林业站',
    '畜牧兽医站',
    '财政所',
  ],
];

/** Numbers below a bound, the same row for the same seed (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

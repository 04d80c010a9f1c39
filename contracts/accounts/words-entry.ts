/** The sheet from which somebody types an account into a system outside. */
export const entrySheetText = {
  sheet: '填报内容',
  field: '系统字段',
  value: '填报内容',
  fileName: (system: string) => `${system}填报表.xlsx`,
  route: '外部系统要填报的内容',
  routeFile: '外部系统填报表（.xlsx）',
  show: '填报内容（逐项照填）',
  download: '下载填报表',
  copy: '复制',
  copyAll: '全部复制',
  copied: '已复制',
  empty: '（空）',
};

/** Lines for the person who runs the system: each says what is wrong and what to do. */
export const startWords = {
  setting: (name: string, wanted: string) => `环境变量 ${name} 的设置不对：${wanted}。请改正后重新启动。`,
  portBusy: (port: number, host: string) =>
    `端口 ${host}:${port} 已被其他程序占用：请关闭占用它的程序，或用 PORT=其他端口 npm start 换一个端口。`,
  portForbidden: (port: number) =>
    `没有权限使用端口 ${port}：请用 PORT=8600 npm start 换成 1024 以上的端口。`,
  hostUnknown: (host: string) => `监听地址 ${host} 不属于本机：请把环境变量 HOST 改为 0.0.0.0 或 127.0.0.1。`,
  folderUnusable: (folder: string, why: string) =>
    `数据目录 ${folder} 不能使用（${why}）：请检查路径和权限，或用环境变量 JUZHEN_DATA 指定另一个目录。`,
  folderNotWritable: '没有写入权限',
  folderNotFolder: '它不是目录',
  folderFull: '磁盘已满',
  folderReadOnly: '文件系统只读',
  folderOther: '系统拒绝访问',
  folderInUse: (folder: string) =>
    `数据目录 ${folder} 正由另一个正在运行的本系统使用：请先停止它，或用 JUZHEN_DATA 指定另一个目录。`,
  folderOtherOwner: (folder: string) =>
    `数据目录 ${folder} 属于另一个系统用户：请用原来的用户启动，或用 chown -R 改正所有者。`,
  folderBroken: (folder: string) =>
    `数据目录 ${folder} 不是完整的数据库目录：请从备份恢复，或把它改名移走后重新启动（会得到一个空库）。`,
  folderOtherVersion: (folder: string, found: string, ours: string) =>
    `数据目录 ${folder} 由 PostgreSQL ${found} 建立，本程序自带的是 ${ours}：请用原版本导出后再导入，或用 JUZHEN_DATA 指定另一个目录。`,
  databaseDidNotStart: (log: string) =>
    `内置数据库没有启动成功：请查看日志 ${log}；如数据目录已损坏，请从备份恢复。`,
  databaseDidNotStop: (pid: number) => `上次遗留的数据库进程 ${pid} 没有结束：请手工结束该进程后重新启动。`,
  noBinaries: (platform: string) =>
    `没有找到适合本机（${platform}）的内置数据库程序：请重新运行 npm ci，或用环境变量 DATABASE_URL 连接自备的 PostgreSQL。`,
  binariesNotRunnable: (folder: string) =>
    `内置数据库程序 ${folder} 不能运行：请重新运行 npm ci，或用环境变量 DATABASE_URL 连接自备的 PostgreSQL。`,
  urlInvalid: '环境变量 DATABASE_URL 不是有效的数据库地址：应写成 postgresql://用户:口令@主机:5432/库名。',
  urlUnreachable: (where: string) =>
    `连接不上数据库 ${where}：请检查 DATABASE_URL 的主机和端口，并确认数据库已经启动。`,
  urlRefused: (where: string) => `数据库 ${where} 拒绝登录：请检查 DATABASE_URL 中的用户名和口令。`,
  urlNoDatabase: (where: string) =>
    `数据库 ${where} 不存在：请先用 CREATE DATABASE 建库，或改正 DATABASE_URL 中的库名。`,
  urlFull: (where: string) => `数据库 ${where} 的连接数已满：请稍后再试，或调大其 max_connections。`,
  urlOther: (where: string, code: string) =>
    `数据库 ${where} 返回错误 ${code}：请检查 DATABASE_URL 和数据库的日志。`,
  serverTooOld: (found: string) => `数据库版本 ${found} 太旧：需要 PostgreSQL 15 或更新的版本。`,
  encodingWrong: (found: string) =>
    `数据库的编码是 ${found}：请用 CREATE DATABASE … ENCODING 'UTF8' 重新建库。`,
  roleNotTaken: (found: string) =>
    `数据库会话没有切换到 juzhen_app 角色（现为 ${found}）：请让 DATABASE_URL（和 DATABASE_APP_URL）直接连接数据库，不要经过丢弃启动参数的连接池。`,
  cannotMakeRole: (user: string) =>
    `数据库用户 ${user} 没有建立角色的权限：请由数据库管理员执行 CREATE ROLE juzhen_app NOLOGIN; GRANT juzhen_app TO "${user}";。`,
  cannotMigrate: (name: string, code: string) =>
    `数据库升级在 ${name} 处失败（${code}），已全部撤回：请把日志交给维护人员，数据没有改动。`,
  migrationsUnknown: '数据库里有本程序不认识的升级记录：它由更新的版本建立，请换用那个版本，或从备份恢复。',
  packsBroken: (count: number, first: string) =>
    `法规包有 ${count} 处错误，系统没有启动。第一处：${first}。请运行 npx juzhen packs check 查看全部并改正。`,
  noDatabaseYet: (folder: string) =>
    `数据目录 ${folder} 里还没有数据库：请先用 npm start 启动一次系统，或用 JUZHEN_DATA 指到正确的数据目录。`,
  notMigratedYet: '数据库里还没有本系统的表：请先用 npm start 启动一次系统，或改正 DATABASE_URL。',
  loginTooStrong: (login: string) =>
    `提示：平时处理业务的数据库用户 ${login} 还能改表，审计记录的只增不改就只靠程序自己。请另建只属于 juzhen_app 的用户，写在 DATABASE_APP_URL 里，见《运行手册》第四节。`,
  trigramsMissing:
    '提示：数据库没有可用的中文三元组索引（pg_trgm 缺失，或建库时 LC_CTYPE 为 C）；查询改用双字索引，功能不受影响。',
} as const;

/** What a setting's value must be, to follow “环境变量 X 的值不对：”. */
export const settingWords = {
  port: '应为 1 到 65535 之间的整数',
  host: '应为本机的一个地址，例如 127.0.0.1 或 0.0.0.0',
  publicUrl: '应为 http:// 或 https:// 开头的网址，末尾不带路径',
  databaseUrl: '应写成 postgresql://用户:口令@主机:5432/库名',
  poolSize: '应为 2 到 100 之间的整数',
  checkThreads: '应为 1 到 16 之间的整数（线程数）',
  folder: '应为一个目录的路径',
  switch: '应为 on 或 off',
  logLevel: '应为 fatal、error、warn、info、debug、trace 或 silent 之一',
  idleMinutes: '应为 1 到 480 之间的整数（分钟）',
  sessionHours: '应为 1 到 72 之间的整数（小时）',
  attempts: '应为 3 到 10 之间的整数（次）',
  lockMinutes: '应为 1 到 1440 之间的整数（分钟）',
  requests: '应为 60 到 1000000 之间的整数（每分钟请求数）',
  mailUrl: '应写成 smtp://用户:口令@主机:端口 或 smtps://用户:口令@主机:端口',
  mailFrom: '应为一个邮箱地址',
  webhookUrl: '应为 https:// 开头的网址（仅本机调试可用 http://）',
  webhookKind: '应为 signed、wecom 或 dingtalk 之一',
  secret: '应为至少 16 个字符的密钥',
  oidcIssuer: '应为统一身份认证服务的 https:// 网址',
  text: '不能为空',
  together: (others: string) => `须与 ${others} 一起设置`,
  unknown: '没有这个设置，请核对名称',
} as const;

/** What backup and restore say. */
export const backupWords = {
  ownServer: '数据库是自备的 PostgreSQL（DATABASE_URL）：请用该版本的 pg_dump 备份、pg_restore 恢复。',
  nothing: (folder: string) => `数据目录 ${folder} 里没有数据库：请用 JUZHEN_DATA 指明系统使用的目录。`,
  fileExists: (file: string) => `文件 ${file} 已经存在：请换一个文件名。`,
  fileMissing: (file: string) => `没有找到备份文件 ${file}：请核对路径。`,
  fileBroken: (file: string) => `备份文件 ${file} 不完整或被改动过：请换一份备份，数据没有改动。`,
  folderTaken: (folder: string) =>
    `数据目录 ${folder} 里已有数据库：请用环境变量 JUZHEN_DATA 指定一个空目录再恢复。`,
  newer: '备份由更新的版本建立：请换用那个版本恢复。',
  differs: (table: string) => `恢复后核对不符（${table}），已全部撤回：请换一份备份。`,
} as const;

import type { Command, CommanderError } from 'commander';

/** One Chinese line for what commander found wrong with the command line. */
export function usageSentence(error: CommanderError): string {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return `没有命令 ${named}`;
    case 'commander.unknownOption':
      return `没有选项 ${named}`;
    case 'commander.missingArgument':
      return `缺少参数 ${named}`;
    case 'commander.missingMandatoryOptionValue':
      return `必须写选项 ${named}`;
    case 'commander.optionMissingArgument':
      return `选项 ${named} 后面要写内容`;
    case 'commander.excessArguments':
      return '参数太多';
    case 'commander.help':
      return '还要写出子命令';
    default:
      return `命令写法不对：${error.message.replace(/^error:\s*/, '')}`;
  }
}

/** Makes a command (and those created under it) speak Chinese and throw instead of leaving the process. */
export function inChinese(command: Command): Command {
  const titles: Record<string, string> = {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Commands:': '命令：',
  };
  return command
    .exitOverride()
    .showSuggestionAfterError(false)
    .helpOption('-h, --help', '显示这份帮助')
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title });
}

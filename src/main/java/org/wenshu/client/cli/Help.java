package org.wenshu.client.cli;

import java.util.Locale;

/** What {@code --help} says. */
final class Help {
  private static final String CHINESE =
      """
      用法：java -jar wenshu-client.jar 命令 [选项]

      命令：
        ask "问题"             提问，显示数据行
        schema [表]            列出表，或一张表的列
        feed 代码...           跟随实时行情，--count 条后结束
        import triples 文件    导入三元组（JSON 行、N-Triples 或制表符分隔；- 为标准输入）
        export triples 文件    导出三元组（.nt 为 N-Triples，否则 JSON 行；- 为标准输出）
        import core 名称 文件  导入知识核心（之前导出的文件；- 为标准输入）
        export core 名称 文件  导出知识核心，原样保存（- 为标准输出）

      选项：
        --url 地址             服务器，默认 http://localhost:8080（环境变量 WENSHU_URL）
        --token 令牌           访问令牌（环境变量 WENSHU_TOKEN）
        --json                 总是输出 JSON，每行一个对象（管道中本来如此）
        --lang zh|en           语言（环境变量 WENSHU_LANG）
        --timeout 秒           等待每次回答的时间，默认 60
        --flow --user --collection   导入导出的位置，默认 default、trustgraph、default
        --count 数             feed 的条数
        --help                 本说明

      退出码：0 成功，1 服务器拒绝，2 命令有误，3 连接失败，4 无权访问，5 部分未存，6 文件出错
      """;

  private static final String ENGLISH =
      """
      Usage: java -jar wenshu-client.jar COMMAND [options]

      Commands:
        ask "question"         asks, shows the rows
        schema [table]         lists the tables, or the columns of one
        feed SYMBOL...         follows the live feed, ends after --count updates
        import triples FILE    imports triples (JSON lines, N-Triples or tab-separated; - is stdin)
        export triples FILE    exports triples (.nt is N-Triples, else JSON lines; - is stdout)
        import core ID FILE    imports a knowledge core that was exported (- is stdin)
        export core ID FILE    exports a knowledge core as the server packs it (- is stdout)

      Options:
        --url ADDRESS          the server, http://localhost:8080 by default (WENSHU_URL)
        --token TOKEN          the access token (WENSHU_TOKEN)
        --json                 always JSON, one object a line, as in a pipe
        --lang zh|en           the language (WENSHU_LANG)
        --timeout SECONDS      how long to wait for each answer, 60 by default
        --flow --user --collection   where to import and export: default, trustgraph, default
        --count NUMBER         how many updates of the feed
        --help                 this

      Exit codes: 0 fine, 1 the server says no, 2 bad command, 3 no connection, 4 no access,
      5 partly stored, 6 file trouble
      """;

  private Help() {}

  static String in(Locale locale) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : CHINESE;
  }
}

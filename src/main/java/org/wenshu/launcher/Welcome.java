package org.wenshu.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the terminal shows when everything is up. */
record Welcome(LaunchSettings settings, Path log) {
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("✓ 问数已就绪  Wenshu is ready:  http://127.0.0.1:%d/".formatted(settings.httpPort()));
    lines.add("");
    if (settings.target().isEmpty()) {
      lines.add("  可以试着问  Try asking:");
      lines.add("    查询用户张三的所有订单信息    Show all orders of user 张三");
      lines.add("    统计各状态的用户数量          Count users by status");
      lines.add("    查询库存少于10的产品          Products with stock below 10");
      lines.add("");
    }
    lines.add(
        settings.open()
            ? "  未启用身份验证，只有本机可以访问。  Authentication is off; only this machine can connect."
            : "  已启用身份验证。  Authentication is on.");
    lines.add("  数据  Data: %s    日志  Log: %s".formatted(settings.home(), log));
    lines.add("  按 Ctrl-C 停止。  Ctrl-C stops it.");
    return String.join("\n", lines);
  }
}

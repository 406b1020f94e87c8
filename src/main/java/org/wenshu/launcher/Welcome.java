package org.wenshu.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the terminal shows when everything is up. */
record Welcome(LaunchSettings settings, Optional<String> token, Path log) {
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("✓ 问数已就绪  Wenshu is ready:  " + address());
    lines.add("");
    if (settings.target().isEmpty()) {
      lines.add("  可以试着问  Try asking:");
      lines.add("    查询用户张三的所有订单信息    Show all orders of user 张三");
      lines.add("    统计各状态的用户数量          Count users by status");
      lines.add("    查询库存少于10的产品          Products with stock below 10");
      lines.add("");
    }
    lines.add("  " + access());
    lines.add("  数据  Data: %s    日志  Log: %s".formatted(settings.home(), log));
    lines.add("  按 Ctrl-C 停止。  Ctrl-C stops it.");
    return String.join("\n", lines);
  }

  private String address() {
    String page = "http://127.0.0.1:%d/".formatted(settings.httpPort());
    return token.map(secret -> page + "?token=" + secret).orElse(page);
  }

  private String access() {
    return switch (settings.access()) {
      case OPEN -> "未启用身份验证，只有本机可以访问。  Authentication is off; only this machine can connect.";
      case BY_TOKEN -> "访问需要上面地址中的令牌。  Whoever connects needs the token in the address above.";
      case AS_CONFIGURED -> "已启用身份验证。  Authentication is on.";
    };
  }
}

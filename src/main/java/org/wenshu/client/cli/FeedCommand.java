package org.wenshu.client.cli;

import java.util.List;
import org.wenshu.client.Wenshu;
import org.wenshu.client.feed.MarketUpdate;
import org.wenshu.client.feed.SubscriptionConfig;
import org.wenshu.client.feed.Updates;

/** {@code feed SYMBOL...}: prints updates as they come, a line each, until it has enough. */
final class FeedCommand implements Command {
  @Override
  public int run(Wenshu wenshu, Arguments arguments, Terminal terminal) {
    arguments.word(0, "SYMBOL");
    long left = arguments.number("count", Integer.MAX_VALUE);
    boolean json = new RowPrinter(terminal, arguments).isJson();
    SubscriptionConfig wanted =
        new SubscriptionConfig(arguments.words(), List.of("price", "volume"));
    try (Updates<MarketUpdate> updates = wenshu.feed().watch(wanted)) {
      for (MarketUpdate update : updates) {
        terminal.out().print(json ? update.message().json() : line(update));
        terminal.out().print('\n');
        terminal.flush();
        if (--left == 0) {
          break;
        }
      }
    }
    return ExitCode.FINE;
  }

  private static String line(MarketUpdate update) {
    String time = update.time().map(at -> at.toString()).orElse("");
    String price = update.price().map(Object::toString).orElse("");
    String volume = update.volume().map(Object::toString).orElse("");
    return TextWidth.fill(time, 26, false)
        + TextWidth.fill(update.symbol(), 12, false)
        + TextWidth.fill(price, 14, true)
        + TextWidth.fill(volume, 14, true);
  }
}

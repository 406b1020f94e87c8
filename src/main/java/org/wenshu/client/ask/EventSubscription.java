package org.wenshu.client.ask;

import java.util.concurrent.Flow;
import org.wenshu.client.WenshuException;

/** Between one exchange and one subscriber. */
final class EventSubscription implements EventSink, Flow.Subscription {
  private final Flow.Subscriber<? super AskEvent> subscriber;
  private final AskExchange exchange;

  private EventSubscription(
      Flow.Subscriber<? super AskEvent> subscriber, AskRequest request, Connections connections) {
    this.subscriber = subscriber;
    this.exchange = new AskExchange(request, this, connections);
  }

  static void begin(
      Flow.Subscriber<? super AskEvent> subscriber, AskRequest request, Connections connections) {
    EventSubscription subscription = new EventSubscription(subscriber, request, connections);
    subscriber.onSubscribe(subscription);
    subscription.exchange.start();
  }

  @Override
  public void request(long events) {
    if (events < 1) {
      exchange.cancel();
      subscriber.onError(new IllegalArgumentException("At least one event must be requested"));
    } else {
      exchange.request(events);
    }
  }

  @Override
  public void cancel() {
    exchange.cancel();
  }

  @Override
  public void event(AskEvent event) {
    subscriber.onNext(event);
  }

  @Override
  public void completed() {
    subscriber.onComplete();
  }

  @Override
  public void failed(WenshuException failure) {
    subscriber.onError(failure);
  }
}

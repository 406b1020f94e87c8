package org.wenshu.client.feed;

import java.math.BigDecimal;

/** One step of an order book. */
public record BookLevel(BigDecimal price, BigDecimal size) {}
